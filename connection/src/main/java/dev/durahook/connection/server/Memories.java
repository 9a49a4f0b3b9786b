package dev.durahook.connection.server;

import java.util.List;

/** Every {@link ServerMemory}, and how often they were told to doubt. A doubt that came up while it was asked stays. */
final class Memories {

    private final List<? extends ServerMemory> all;
    private long doubts;
    private long settled;

    Memories(List<? extends ServerMemory> all) {
        this.all = all;
    }

    synchronized long doubts() {
        return doubts;
    }

    synchronized void doubt() {
        doubts++;
        all.forEach(ServerMemory::doubt);
    }

    synchronized void forget() {
        all.forEach(ServerMemory::forget);
    }

    /**
     * Ends the doubts that there were when the server was asked.
     *
     * @param isSame whether it is certain that the same server has answered
     */
    synchronized void settle(long asked, boolean isSame) {
        if (asked == settled) {
            return;
        }
        if (!isSame) {
            forget();
        }
        if (asked == doubts) {
            settled = asked;
            all.forEach(ServerMemory::trust);
        }
    }
}
