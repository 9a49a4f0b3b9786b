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
 * The task queues that an application's metrics are about. A receiver has those of its sources, so that their backlog is
 * known while no worker runs; a worker has those it works on.
 *
 * @param events where the workflows of events run
 * @param activities where only activities run
 * @param atWork which workflows wait neither for a decision nor on purpose, in the words of a list filter
 */
public record WatchedQueues(Set<String> events, Set<String> activities, String atWork) {

    /** Those of all parts of an application, which agree on what is at work. */
    static Optional<WatchedQueues> union(Collection<WatchedQueues> parts) {
        return parts.stream()
                .findFirst()
                .map(first -> new WatchedQueues(
                        union(parts, WatchedQueues::events), union(parts, WatchedQueues::activities), first.atWork()));
    }

    private static Set<String> union(Collection<WatchedQueues> parts, Function<WatchedQueues, Set<String>> names) {
        return parts.stream().flatMap(part -> names.apply(part).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** All of them, each with the kinds of task that it has. */
    public List<WatchedQueue> all() {
        return Stream.concat(
                        events.stream().map(name -> new WatchedQueue(name, TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW)),
                        Stream.concat(events.stream(), activities.stream())
                                .map(name -> new WatchedQueue(name, TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY)))
                .distinct()
                .toList();
    }
}
