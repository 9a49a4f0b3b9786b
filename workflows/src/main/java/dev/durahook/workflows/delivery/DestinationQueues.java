package dev.durahook.workflows.delivery;

import java.util.Optional;

/**
 * The task queues that deliveries run on, one for each destination. Temporal limits rates and concurrency by the queue,
 * so that a slow destination holds up no other.
 */
public final class DestinationQueues {

    private static final String PREFIX = "durahook.destination.";

    private DestinationQueues() {}

    /** The queue of a destination. */
    public static String of(String destination) {
        return PREFIX + destination;
    }

    /** The destination that a queue is of; none if it is another's. */
    public static Optional<String> destination(String queue) {
        return queue.startsWith(PREFIX) ? Optional.of(queue.substring(PREFIX.length())) : Optional.empty();
    }
}
