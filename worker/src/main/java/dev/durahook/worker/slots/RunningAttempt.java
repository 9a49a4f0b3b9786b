package dev.durahook.worker.slots;

/** An attempt that holds a slot of this worker. Two are never equal. */
final class RunningAttempt {

    private final String taskQueue;
    private final String activity;
    private final long overAt;

    /**
     * An attempt that has begun.
     *
     * @param overAt when Temporal no longer waits for it, and it has had time to end, as {@link System#nanoTime} has it
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
