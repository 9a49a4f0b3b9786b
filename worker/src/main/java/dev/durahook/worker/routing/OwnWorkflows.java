package dev.durahook.worker.routing;

import dev.durahook.workflows.EventType;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.remote.RemoteQueues;
import dev.durahook.workflows.routing.InvalidRoutesException;
import io.temporal.common.metadata.POJOWorkflowImplMetadata;
import io.temporal.common.metadata.POJOWorkflowMethodMetadata;
import io.temporal.spring.boot.autoconfigure.template.WorkersTemplate;
import io.temporal.spring.boot.autoconfigure.template.WorkersTemplate.RegisteredInfo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * Checks the names of the workflows that take an event. If no event can have the name as its type, no event starts
     * the workflow. A name without a source is only logged as a warning, because another workflow may start this
     * workflow.
     *
     * @throws InvalidRoutesException if a name is the type as the provider writes it; the message tells the right name
     */
    void checkNames() {
        methods.stream()
                .filter(OwnWorkflows::takesEvents)
                .map(POJOWorkflowMethodMetadata::getName)
                .filter(name -> !EventType.isValid(name))
                .forEach(OwnWorkflows::refuse);
    }

    /** Warns of workflows that take an event and are on a task queue on which no event starts. */
    void checkQueues(RemoteQueues remote) {
        onOtherQueues.forEach((queue, others) -> {
            if (remote.all().stream().noneMatch(left -> left.taskQueue().equals(queue))) {
                others.stream()
                        .filter(OwnWorkflows::takesEvents)
                        .forEach(method -> LOG.warn(
                                "Workflow '{}' takes a WebhookEvent and is on the task queue {}, which"
                                        + " durahook.worker.task-queues does not list. So no event starts it. Write the task"
                                        + " queue of its source into @WorkflowImpl, unless a workflow of your own starts it",
                                method.getName(),
                                queue));
            }
        });
    }

    private static void refuse(String name) {
        Optional<String> meant = EventType.parse(name);
        if (meant.isPresent()) {
            throw new InvalidRoutesException(
                    "workflow '" + name + "'",
                    "no event has this type; name it '" + meant.get()
                            + "', because every character but letters, digits, '.', '_' and '-' becomes a '_'");
        }
        LOG.warn(
                "Workflow '{}' takes a WebhookEvent, and no event has this type. Unless a workflow of your own starts it,"
                        + " name it {}",
                name,
                EventType.FORM);
    }

    private static boolean takesEvents(POJOWorkflowMethodMetadata method) {
        Class<?>[] parameters = method.getWorkflowMethod().getParameterTypes();
        return parameters.length > 0 && parameters[0] == WebhookEvent.class;
    }
}
