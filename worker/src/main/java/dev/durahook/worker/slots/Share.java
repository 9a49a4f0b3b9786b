package dev.durahook.worker.slots;

import java.util.Collection;

/**
 * The slots of a worker for the activities of one task queue.
 *
 * @param taskQueue the name of the task queue
 * @param slots how many attempts may run at a time
 * @param bound the number of lost slots from which the worker is not ready
 */
record Share(String taskQueue, int slots, int bound) {

    /**
     * Returns the share of a task queue that serves one handler or one destination; the worker stays ready while a
     * single slot is left.
     */
    static Share ofOne(String taskQueue, int slots) {
        return new Share(taskQueue, slots, slots);
    }

    /**
     * Returns the share of a task queue that serves several activities; the worker is not ready if half of the slots
     * are lost.
     */
    static Share ofMany(String taskQueue, int slots) {
        return new Share(taskQueue, slots, (slots + 1) / 2);
    }

    /** Returns how many of the attempts hold a slot of this share. */
    int heldBy(Collection<RunningAttempt> attempts) {
        return (int) attempts.stream()
                .filter(attempt -> attempt.taskQueue().equals(taskQueue))
                .count();
    }
}
