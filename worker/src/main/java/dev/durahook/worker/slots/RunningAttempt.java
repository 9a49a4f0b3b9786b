package dev.durahook.worker.slots;

/** An attempt that holds a slot of this worker. Two attempts are never equal, even if all their values are. */
final class RunningAttempt {

    private final String taskQueue;
    private final String activity;
    private final long overAt;

    /**
     * Describes an attempt that has begun.
     *
     * @param overAt the {@link System#nanoTime} from which the attempt is overdue: its time is over, and it has had a
     *     moment to end
     */
    RunningAttempt(String taskQueue, String activity, long overAt) {
        this.taskQueue = taskQueue;
        this.activity = activity;
        this.overAt = overAt;
    }

    String taskQueue() {
        return taskQueue;
    }

    String activity() {
        return activity;
    }

    boolean isOverdue(long now) {
        return now - overAt >= 0;
    }
}
