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
 * @param workflows the workflows on the task queues of events
 * @param onOtherQueues the workflows on other task queues, by task queue
 */
record OwnWorkflows(
        List<POJOWorkflowImplMetadata> workflows, Map<String, List<POJOWorkflowImplMetadata>> onOtherQueues) {

    private static final Logger LOG = LoggerFactory.getLogger(OwnWorkflows.class);

    /** Returns the workflows of all workers of an application. */
    static OwnWorkflows of(WorkersTemplate workers, ServedQueues served) {
        Map<String, List<POJOWorkflowImplMetadata>> byQueue = new TreeMap<>();
        workers.getRegisteredInfo().forEach((queue, registered) -> byQueue.put(queue, workflows(registered)));
        List<POJOWorkflowImplMetadata> here = served.names().stream()
                .flatMap(queue -> byQueue.getOrDefault(queue, List.of()).stream())
                .toList();
        byQueue.keySet().removeAll(served.names());
        return new OwnWorkflows(here, byQueue);
    }

    private static List<POJOWorkflowImplMetadata> workflows(RegisteredInfo queue) {
        return queue.getRegisteredWorkflowInfo().stream()
                .flatMap(workflow -> Stream.ofNullable(workflow.getMetadata()))
                .toList();
    }

    /** Returns the workflows that these classes implement. */
    static OwnWorkflows of(Collection<Class<?>> workflows) {
        return new OwnWorkflows(
                workflows.stream().map(POJOWorkflowImplMetadata::newInstance).toList(), Map.of());
    }

    /** Returns the names of the workflows, which are also the types of the events that start them. */
    Set<String> types() {
        return methods(workflows).map(POJOWorkflowMethodMetadata::getName).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Checks the names, the first arguments and the signals of the workflows on the task queues of events.
     *
     * @throws InvalidRoutesException if one of them can't be right; the message tells the remedy
     */
    void check() {
        WorkflowSignatures.check(workflows);
    }

    /** Warns of workflows that take an event and are on a task queue on which no event starts. */
    void checkQueues(RemoteQueues remote) {
        onOtherQueues.forEach((queue, others) -> {
            if (remote.all().stream().noneMatch(left -> left.taskQueue().equals(queue))) {
                methods(others)
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

    private static Stream<POJOWorkflowMethodMetadata> methods(List<POJOWorkflowImplMetadata> workflows) {
        return workflows.stream().flatMap(workflow -> workflow.getWorkflowMethods().stream());
    }
}
