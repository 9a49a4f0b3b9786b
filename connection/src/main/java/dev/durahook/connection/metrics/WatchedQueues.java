package dev.durahook.connection.metrics;

import io.temporal.api.enums.v1.TaskQueueType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The task queues that an application measures. A receiver measures those of its sources, so that their backlog is
 * known while no worker runs; a worker measures those that it polls.
 *
 * @param events the task queues of events' workflows
 * @param activities the task queues that have activities only
 * @param atWorkFilter the list filter for workflows that are neither parked nor wait on purpose
 */
public record WatchedQueues(Set<String> events, Set<String> activities, String atWorkFilter) {

    /** The task queues of all parts of an application. All parts have the same filter for what is at work. */
    static Optional<WatchedQueues> union(Collection<WatchedQueues> parts) {
        return parts.stream()
                .findFirst()
                .map(first -> new WatchedQueues(
                        union(parts, WatchedQueues::events),
                        union(parts, WatchedQueues::activities),
                        first.atWorkFilter()));
    }

    private static Set<String> union(Collection<WatchedQueues> parts, Function<WatchedQueues, Set<String>> names) {
        return parts.stream().flatMap(part -> names.apply(part).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** All task queues, each with the kinds of task that it has. */
    public List<WatchedQueue> all() {
        return Stream.concat(
                        events.stream().map(name -> new WatchedQueue(name, TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW)),
                        Stream.concat(events.stream(), activities.stream())
                                .map(name -> new WatchedQueue(name, TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY)))
                .distinct()
                .toList();
    }
}
