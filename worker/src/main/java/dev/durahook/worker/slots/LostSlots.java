package dev.durahook.worker.slots;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The slots of each task queue that are held by attempts whose time is over. */
final class LostSlots {

    private static final String REMEDY =
            "Restart this worker: the attempts are tried again elsewhere. Then make sure that the code ends when its thread is"
                    + " interrupted, or sets a time-out of its own";

    private final RunningAttempts attempts;
    private final Supplier<? extends Collection<Share>> shares;

    /** Asks for the shares each time, because they are known only after the workers exist. */
    LostSlots(RunningAttempts attempts, Supplier<? extends Collection<Share>> shares) {
        this.attempts = attempts;
        this.shares = shares;
    }

    /** Returns the number of lost slots of a share. */
    int of(Share share) {
        return share.heldBy(attempts.overdue());
    }

    /** Returns the task queues that have lost slots, each with a text such as {@code 2 of 10}. */
    Map<String, String> counts() {
        List<RunningAttempt> overdue = attempts.overdue();
        Map<String, String> counts = new TreeMap<>();
        for (Share share : shares.get()) {
            int held = share.heldBy(overdue);
            if (held > 0) {
                counts.put(share.taskQueue(), held + " of " + share.slots());
            }
        }
        return counts;
    }

    /**
     * Returns why the worker is not ready: one line for each task queue that has lost too many slots; empty if the
     * worker is ready.
     */
    List<String> reasons() {
        List<RunningAttempt> overdue = attempts.overdue();
        return shares.get().stream()
                .filter(share -> share.heldBy(overdue) >= share.bound())
                .map(share -> reason(share, share.heldBy(overdue)))
                .toList();
    }

    private static String reason(Share share, int held) {
        return "%s of the %s slots of task queue %s are held by attempts that go on although their time is over. %s"
                .formatted(held, share.slots(), share.taskQueue(), REMEDY);
    }
}
