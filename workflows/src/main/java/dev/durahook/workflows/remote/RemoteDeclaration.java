package dev.durahook.workflows.remote;

import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.destination.DestinationQueues;
import dev.durahook.workflows.routing.EventPattern;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks one declaration under {@code durahook.workflows}. */
final class RemoteDeclaration {

    private RemoteDeclaration() {}

    static RemoteQueue read(String name, RemoteWorkflows declared) {
        String group = RemoteQueues.GROUP + "." + name;
        return new RemoteQueue(
                name,
                patterns(group + ".event-types", declared.eventTypes()),
                queue(group + ".task-queue", declared.taskQueue()));
    }

    private static List<EventPattern> patterns(String key, @Nullable List<String> eventTypes) {
        if (eventTypes == null || eventTypes.isEmpty()) {
            throw new InvalidRemoteWorkflowsException(key, "must name at least one event type");
        }
        try {
            return eventTypes.stream().map(EventPattern::new).toList();
        } catch (IllegalArgumentException e) {
            throw new InvalidRemoteWorkflowsException(key, "is not valid: " + e.getMessage());
        }
    }

    private static String queue(String key, @Nullable String taskQueue) {
        String queue = Objects.requireNonNullElse(taskQueue, "").strip();
        if (queue.isEmpty()) {
            throw new InvalidRemoteWorkflowsException(
                    key, "must name the task queue of the workers with the workflows");
        }
        TaskQueues.mistake(queue).ifPresent(mistake -> {
            throw new InvalidRemoteWorkflowsException(key, mistake);
        });
        if (isOfDurahook(queue)) {
            throw new InvalidRemoteWorkflowsException(
                    key,
                    "is a task queue of Durahook's own worker: let the workers with the workflows poll a task queue of"
                            + " their own");
        }
        return queue;
    }

    // On the task queue of operations, a sender could start an operator's decision by an event's type.
    private static boolean isOfDurahook(String queue) {
        return TaskQueues.isReserved(queue)
                || TaskQueues.isPolledWith(queue, TaskQueues.DEFAULT)
                || DestinationQueues.destination(queue).isPresent();
    }
}
