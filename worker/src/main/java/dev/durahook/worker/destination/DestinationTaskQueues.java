package dev.durahook.worker.destination;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.workflows.TaskQueues;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The task queues of this application's destinations, one for each, such as {@code durahook.destination.crm}. A name
 * begins with the first of the task queues whose events the worker processes. So two applications on different task
 * queues of one namespace may have a destination of the same name: neither sends the other's events.
 */
public final class DestinationTaskQueues {

    private final String first;
    private final Collection<String> destinations;

    /**
     * Names the queues of these destinations.
     *
     * @param first the first of the task queues whose events the worker processes
     * @param destinations the names of the destinations
     * @throws InvalidConfigurationException if the name of a queue is longer than 200 bytes
     */
    public DestinationTaskQueues(String first, Collection<String> destinations) {
        this.first = first;
        this.destinations = destinations;
        destinations.forEach(this::requireShort);
    }

    /** Returns the task queue of a destination, also of one that this worker does not have. */
    public String of(String destination) {
        return TaskQueues.ofDestination(first, destination);
    }

    /** Returns the names of all queues. */
    public Set<String> names() {
        return destinations.stream().map(this::of).collect(Collectors.toUnmodifiableSet());
    }

    private void requireShort(String destination) {
        String name = of(destination);
        if (TaskQueues.isTooLong(name)) {
            throw InvalidConfigurationException.ofKey(
                    "durahook.destinations." + destination,
                    "has a task queue, " + name + ", whose name is longer than " + TaskQueues.LONGEST_NAME + " bytes.",
                    "Give the destination, or the first task queue of durahook.worker.task-queues, a shorter name.");
        }
    }
}
