package dev.durahook.worker.slots;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The slots that attempts hold whose time is over, by task queue. */
public final class LostSlots {

    private static final String REMEDY =
            "Restart this worker: the attempts are tried again elsewhere. Then see that the code ends when its thread is"
                    + " interrupted, or sets a time-out of its own";

    private final RunningAttempts attempts;
    private final Supplier<? extends Collection<Share>> shares;

    /** The shares are asked for each time: they are known once the workers are. */
    LostSlots(RunningAttempts attempts, Supplier<? extends Collection<Share>> shares) {
        this.attempts = attempts;
        this.shares = shares;
    }

    /** How many there are of a task queue. */
    int of(String taskQueue) {
        return new Share(taskQueue, 0, 0).heldBy(attempts.overdue());
    }

    /** The task queues that have lost some, each with how many of how many. */
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

    /** Why the worker is not ready, a line for each task queue that has lost too many; none if it is ready. */
    List<String> reasons() {
        List<RunningAttempt> overdue = attempts.overdue();
        return shares.get().stream()
                .filter(share -> share.heldBy(overdue) >= share.bound())
                .map(share -> reason(share, share.heldBy(overdue)))
                .toList();
    }

    private static String reason(Share share, int held) {
        return "%d of the %d slots of task queue %s are held by attempts that go on although their time is over. %s"
                .formatted(held, share.slots(), share.taskQueue(), REMEDY);
    }
}
