package dev.durahook.worker.metrics;

import dev.durahook.workflows.delivery.DestinationQueues;
import io.temporal.api.enums.v1.TaskQueueType;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The task queues that this worker's metrics are about.
 *
 * @param events those of the sources
 * @param destinations the names of the destinations, each of which has one
 */
public record WatchedQueues(Collection<String> events, Collection<String> destinations) {

    List<WatchedQueue> all() {
        return Stream.concat(
                        events.stream()
                                .flatMap(name -> Stream.of(
                                        new WatchedQueue(name, TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW),
                                        new WatchedQueue(name, TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY))),
                        destinations.stream()
                                .map(name -> new WatchedQueue(
                                        DestinationQueues.of(name), TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY)))
                .distinct()
                .toList();
    }
}
