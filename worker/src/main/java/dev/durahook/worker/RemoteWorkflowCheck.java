package dev.durahook.worker;

import dev.durahook.worker.configuration.DeclaredRemoteQueues;
import dev.durahook.workflows.EventType;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.remote.RemoteQueue;
import dev.durahook.workflows.remote.RemoteQueues;
import io.temporal.common.metadata.POJOWorkflowMethodMetadata;
import io.temporal.spring.boot.autoconfigure.template.WorkersTemplate;
import io.temporal.spring.boot.autoconfigure.template.WorkersTemplate.RegisteredInfo;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Refuses a worker that would take events which {@code durahook.workflows} leaves to other workers, and a workflow of the
 * application that no event would start because of {@code durahook.workflows}.
 */
final class RemoteWorkflowCheck {

    private final Collection<String> served;
    private final Map<String, RegisteredInfo> registered;

    /**
     * Knows the task queues and the code of this worker.
     *
     * @param served the task queues on which this worker processes events
     * @param workers the application's own workflows, by their task queue
     */
    RemoteWorkflowCheck(Collection<String> served, WorkersTemplate workers) {
        this.served = served;
        this.registered = workers.getRegisteredInfo();
    }

    /**
     * Checks the declared task queues.
     *
     * @throws dev.durahook.connection.configuration.InvalidConfigurationException if the worker contradicts one of them
     */
    void check(RemoteQueues remote) {
        remote.all().forEach(this::checkQueue);
        registered.forEach((queue, workflows) -> types(workflows)
                .filter(EventType::isValid)
                .forEach(type -> remote.of(type)
                        .filter(owner -> !owner.taskQueue().equals(queue))
                        .ifPresent(owner -> refuse(owner, type, queue))));
    }

    private void checkQueue(RemoteQueue queue) {
        if (served.stream().anyMatch(own -> TaskQueues.isPolledWith(queue.taskQueue(), own))) {
            throw DeclaredRemoteQueues.invalid(
                    queue.key("task-queue"),
                    "is a task queue of this worker, whose default workflow would take the events: remove it from"
                            + " durahook.worker.task-queues, or let the workers with the workflows poll a task queue of"
                            + " their own");
        }
    }

    private static void refuse(RemoteQueue owner, String type, String queue) {
        throw DeclaredRemoteQueues.invalid(
                owner.key("event-types"),
                "leaves '" + type + "' to workers of the task queue " + owner.taskQueue()
                        + ", and this worker has a workflow of this type on the task queue " + queue
                        + ", which no event would start: remove one of the two");
    }

    private static Stream<String> types(RegisteredInfo queue) {
        return queue.getRegisteredWorkflowInfo().stream()
                .flatMap(workflow -> Stream.ofNullable(workflow.getMetadata()))
                .flatMap(workflow -> workflow.getWorkflowMethods().stream())
                .map(POJOWorkflowMethodMetadata::getName)
                .filter(Objects::nonNull);
    }
}
