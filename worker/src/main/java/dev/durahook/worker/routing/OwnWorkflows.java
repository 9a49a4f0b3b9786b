package dev.durahook.worker.routing;

import dev.durahook.workflows.EventType;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.routing.InvalidRoutesException;
import io.temporal.common.metadata.POJOWorkflowImplMetadata;
import io.temporal.common.metadata.POJOWorkflowMethodMetadata;
import io.temporal.spring.boot.autoconfigure.template.WorkersTemplate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workflows that the application brings. An event starts the workflow whose name is the event's type. If no event has
 * that type, no event starts the workflow, and the events that it was written for would complete as unhandled.
 *
 * @param methods the methods that a workflow is started by
 */
record OwnWorkflows(List<POJOWorkflowMethodMetadata> methods) {

    private static final Logger LOG = LoggerFactory.getLogger(OwnWorkflows.class);

    /** Those of all workers of an application. */
    static OwnWorkflows of(WorkersTemplate workers) {
        return new OwnWorkflows(workers.getRegisteredInfo().values().stream()
                .map(queue -> queue.getRegisteredWorkflowInfo())
                .flatMap(Collection::stream)
                .flatMap(workflow -> workflow.getMetadata().getWorkflowMethods().stream())
                .toList());
    }

    /** Those of workflow classes. */
    static OwnWorkflows of(Collection<Class<?>> workflows) {
        return new OwnWorkflows(workflows.stream()
                .flatMap(workflow -> POJOWorkflowImplMetadata.newInstance(workflow).getWorkflowMethods().stream())
                .toList());
    }

    /** Their names, which are the types of what starts them. */
    Set<String> types() {
        return methods.stream().map(POJOWorkflowMethodMetadata::getName).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Looks for workflows that take an event and have a name that no event has as its type. A name without a source is only
     * warned of, because another workflow may start such a workflow.
     *
     * @throws InvalidRoutesException if a name is the type as the provider writes it; the message says the right name
     */
    void checkNames() {
        methods.stream()
                .filter(OwnWorkflows::takesEvents)
                .map(POJOWorkflowMethodMetadata::getName)
                .filter(name -> !EventType.isOne(name))
                .forEach(OwnWorkflows::refuse);
    }

    private static void refuse(String name) {
        Optional<String> meant = EventType.meantBy(name);
        if (meant.isPresent()) {
            throw new InvalidRoutesException(
                    "workflow '" + name + "'",
                    "no event has this type; name it '" + meant.get()
                            + "', because every character but letters, digits, '.', '_' and '-' becomes a '_'");
        }
        LOG.warn(
                "Workflow '{}' takes a WebhookEvent, and no event has this type: name it <source>.<type>, such as"
                        + " github.push, unless a workflow of your own starts it",
                name);
    }

    private static boolean takesEvents(POJOWorkflowMethodMetadata method) {
        Class<?>[] parameters = method.getWorkflowMethod().getParameterTypes();
        return parameters.length > 0 && parameters[0] == WebhookEvent.class;
    }
}
