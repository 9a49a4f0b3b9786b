package dev.durahook.worker.routing;

import dev.durahook.workflows.registration.WorkflowSignatures;
import dev.durahook.workflows.remote.RemoteQueues;
import dev.durahook.workflows.routing.InvalidRoutesException;
import io.temporal.common.metadata.POJOWorkflowImplMetadata;
import io.temporal.common.metadata.POJOWorkflowMethodMetadata;
import io.temporal.spring.boot.autoconfigure.template.WorkersTemplate;
import io.temporal.spring.boot.autoconfigure.template.WorkersTemplate.RegisteredInfo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workflows that the application brings. An event starts the workflow that is named like the event's type. If no
 * event has a type with the workflow's name, no event starts the workflow, and the events that it was written for
 * complete as unhandled.
 *
 * @param methods the workflow methods of the workflows on the task queues of events
 * @param onOtherQueues the workflow methods of the workflows on other task queues, by task queue
 */
record OwnWorkflows(
        List<POJOWorkflowMethodMetadata> methods, Map<String, List<POJOWorkflowMethodMetadata>> onOtherQueues) {

    private static final Logger LOG = LoggerFactory.getLogger(OwnWorkflows.class);

    /** Returns the workflows of all workers of an application. */
    static OwnWorkflows of(WorkersTemplate workers, ServedQueues served) {
        Map<String, List<POJOWorkflowMethodMetadata>> byQueue = new TreeMap<>();
        workers.getRegisteredInfo().forEach((queue, registered) -> byQueue.put(queue, methods(registered)));
        List<POJOWorkflowMethodMetadata> here = served.names().stream()
                .flatMap(queue -> byQueue.getOrDefault(queue, List.of()).stream())
                .toList();
        byQueue.keySet().removeAll(served.names());
        return new OwnWorkflows(here, byQueue);
    }

    private static List<POJOWorkflowMethodMetadata> methods(RegisteredInfo queue) {
        return queue.getRegisteredWorkflowInfo().stream()
                .flatMap(workflow -> Stream.ofNullable(workflow.getMetadata()))
                .flatMap(workflow -> workflow.getWorkflowMethods().stream())
                .toList();
    }

    /** Returns the workflows that these classes implement. */
    static OwnWorkflows of(Collection<Class<?>> workflows) {
        return new OwnWorkflows(
                workflows.stream()
                        .flatMap(workflow ->
                                POJOWorkflowImplMetadata.newInstance(workflow).getWorkflowMethods().stream())
                        .toList(),
                Map.of());
    }

    /** Returns the names of the workflows, which are also the types of the events that start them. */
    Set<String> types() {
        return methods.stream().map(POJOWorkflowMethodMetadata::getName).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Checks the names and the first arguments of the workflows on the task queues of events.
     *
     * @throws InvalidRoutesException if a name is the type as the provider writes it; the message tells the right name
     */
    void check() {
        WorkflowSignatures.check(methods);
    }

    /** Warns of workflows that take an event and are on a task queue on which no event starts. */
    void checkQueues(RemoteQueues remote) {
        onOtherQueues.forEach((queue, others) -> {
            if (remote.all().stream().noneMatch(left -> left.taskQueue().equals(queue))) {
                others.stream()
                        .filter(WorkflowSignatures::takesEvents)
                        .forEach(method -> LOG.warn(
                                "Workflow '{}' takes a WebhookEvent and is on the task queue {}, which"
                                        + " durahook.worker.task-queues does not list. So no event starts it. Write the task"
                                        + " queue of its source into @WorkflowImpl, unless a workflow of your own starts it",
                                method.getName(),
                                queue));
            }
        });
    }
}
