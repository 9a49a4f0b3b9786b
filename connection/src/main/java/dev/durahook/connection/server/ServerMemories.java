package dev.durahook.connection.server;

import java.util.List;

/**
 * Tells every {@link ServerMemory} about lost and restored connections, and counts the doubts: an answer of the server
 * ends only those doubts that arose before the server was asked.
 */
final class ServerMemories {

    private final List<? extends ServerMemory> all;
    private long doubts;
    private long settled;

    ServerMemories(List<? extends ServerMemory> all) {
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
     * Ends the doubts that existed when the server was asked.
     *
     * @param asked the number of {@link #doubts} when the server was asked
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
