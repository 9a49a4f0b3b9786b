package dev.durahook.workflows.destination;

import dev.durahook.workflows.TaskQueues;
import java.util.Optional;

/**
 * The task queues of destinations, one for each. Temporal limits rates and concurrency per task queue, so a
 * slow destination does not delay other destinations.
 *
 * <p>Workflows use these names, which are the names on the default task queue. A worker for other task queues schedules
 * on a queue of {@link TaskQueues#ofDestination} instead.
 */
public final class DestinationQueues {

    private static final String PREFIX = TaskQueues.ofDestination(TaskQueues.DEFAULT, "");

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
