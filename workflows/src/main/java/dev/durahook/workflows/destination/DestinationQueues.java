package dev.durahook.workflows.destination;

import java.util.Optional;

/**
 * The task queues of destinations, one for each. Temporal limits rates and concurrency per task queue, so a
 * slow destination does not delay other destinations.
 */
public final class DestinationQueues {

    private static final String PREFIX = "durahook.destination.";

    private DestinationQueues() {}

    /** The task queue of a destination. */
    public static String of(String destination) {
        return PREFIX + destination;
    }

    /** The destination to which a task queue belongs. Empty if it is not the task queue of a destination. */
    public static Optional<String> destination(String queue) {
        return queue.startsWith(PREFIX) ? Optional.of(queue.substring(PREFIX.length())) : Optional.empty();
    }
}
