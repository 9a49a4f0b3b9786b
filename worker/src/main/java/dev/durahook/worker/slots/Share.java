package dev.durahook.worker.slots;

import java.util.Collection;

/**
 * What the activities of one task queue may take of a worker.
 *
 * @param taskQueue the queue
 * @param slots how many attempts at a time
 * @param bound with so many of them lost, the worker is not ready
 */
record Share(String taskQueue, int slots, int bound) {

    /** The share of one handler or destination, which goes on with a single slot. */
    static Share ofOne(String taskQueue, int slots) {
        return new Share(taskQueue, slots, slots);
    }

    /** The share of a task queue that is for the activities of several authors. */
    static Share ofMany(String taskQueue, int slots) {
        return new Share(taskQueue, slots, (slots + 1) / 2);
    }

    /** How many of the attempts hold a slot of this share. */
    int heldBy(Collection<RunningAttempt> attempts) {
        return (int) attempts.stream()
                .filter(attempt -> attempt.taskQueue().equals(taskQueue))
                .count();
    }
}
