package dev.durahook.connection.metrics;

import io.temporal.api.enums.v1.TaskQueueType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Task queues that a part of an application measures. A receiver measures those of its sources, so that their backlog is
 * known while no worker runs; a worker measures those that it polls.
 *
 * @param events the task queues of events' workflows
 * @param activities the task queues that have activities only
 * @param atWorkFilter the list filter for those workflows in the task queues {@code events} that are events, are not parked
 *     and do not wait on purpose
 */
public record WatchedQueues(Set<String> events, Set<String> activities, String atWorkFilter) {

    /** The task queues of all parts of an application, each with the kinds of task that it has. */
    static List<WatchedQueue> all(Collection<WatchedQueues> parts) {
        return parts.stream().flatMap(part -> part.all().stream()).distinct().toList();
    }

    /** A list filter for the events of all parts of an application that are at work; empty if no part has events. */
    static Optional<String> atWork(Collection<WatchedQueues> parts) {
        Map<String, Set<String>> queues = new LinkedHashMap<>();
        parts.stream()
                .filter(part -> !part.events().isEmpty())
                .forEach(part -> queues.computeIfAbsent(part.atWorkFilter(), filter -> new TreeSet<>())
                        .addAll(part.events()));
        String any = queues.entrySet().stream()
                .map(part -> "TaskQueue IN (" + quoted(part.getValue()) + ") AND (" + part.getKey() + ")")
                .collect(Collectors.joining(") OR (", "(", ")"));
        return queues.isEmpty() ? Optional.empty() : Optional.of("ExecutionStatus = 'Running' AND (" + any + ")");
    }

    private static String quoted(Set<String> names) {
        return names.stream().map(name -> "'" + name.replace("'", "''") + "'").collect(Collectors.joining(", "));
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
