package dev.durahook.worker.routing;

import java.util.Set;

/**
 * The task queues on which this worker processes events.
 *
 * @param names the names of the task queues
 */
public record ServedQueues(Set<String> names) {

    public ServedQueues {
        names = Set.copyOf(names);
    }
}
