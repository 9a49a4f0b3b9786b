package dev.durahook.workflows.registration;

import dev.durahook.workflows.EventType;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.parking.ParkingSignals;
import dev.durahook.workflows.routing.InvalidRoutesException;
import io.temporal.common.converter.RawValue;
import io.temporal.common.metadata.POJOWorkflowImplMetadata;
import io.temporal.common.metadata.POJOWorkflowMethodMetadata;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks the workflows of an application on the task queues of events. An event starts the workflow that is named like
 * the event's type, with the event as its first argument and the body as its second.
 */
public final class WorkflowSignatures {

    private static final Logger LOG = LoggerFactory.getLogger(WorkflowSignatures.class);

    private static final Set<String> OPERATORS = Set.of(ParkingSignals.RETRY, ParkingSignals.DISCARD);

    private WorkflowSignatures() {}

    /**
     * Checks the names, the first arguments and the signals of workflows:
     *
     * <ul>
     *   <li>If a workflow takes an event, and no event can have the workflow's name as its type, no event starts it.
     *   <li>If a workflow has the name of an event type and takes something else, it gets the event's fields in place of
     *       what it expects.
     *   <li>If a workflow of events has a signal that operators send to parked events, its events can't be parked.
     * </ul>
     *
     * <p>If another workflow may start the workflow as it is, the fault is only logged as a warning.
     *
     * @throws InvalidRoutesException if a name is the type as the provider writes it, or a workflow of events has such a
     *     signal; the message tells the remedy
     */
    public static void check(Collection<POJOWorkflowImplMetadata> workflows) {
        workflows.forEach(WorkflowSignatures::check);
    }

    private static void check(POJOWorkflowImplMetadata workflow) {
        for (POJOWorkflowMethodMetadata method : workflow.getWorkflowMethods()) {
            boolean isValid = EventType.isValid(method.getName());
            if (takesEvents(method) && !isValid) {
                refuse(method.getName());
            }
            if (takesEvents(method)) {
                requireFreeSignals(workflow, method.getName());
            }
            if (isValid && takesSomethingElse(method)) {
                warn(method);
            }
        }
    }

    /** Whether the workflow's first parameter is an event. */
    public static boolean takesEvents(POJOWorkflowMethodMetadata method) {
        Class<?>[] parameters = method.getWorkflowMethod().getParameterTypes();
        return parameters.length > 0 && parameters[0] == WebhookEvent.class;
    }

    private static boolean takesSomethingElse(POJOWorkflowMethodMetadata method) {
        Class<?>[] parameters = method.getWorkflowMethod().getParameterTypes();
        return parameters.length > 0
                && !parameters[0].isAssignableFrom(WebhookEvent.class)
                && parameters[0] != RawValue.class;
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

    private static void requireFreeSignals(POJOWorkflowImplMetadata workflow, String name) {
        workflow.getSignalMethods().stream()
                .map(POJOWorkflowMethodMetadata::getName)
                .filter(OPERATORS::contains)
                .findFirst()
                .ifPresent(signal -> {
                    throw new InvalidRoutesException(
                            "workflow '" + name + "'",
                            "it has a signal '" + signal
                                    + "' of its own, which operators send to parked events; rename it");
                });
    }

    private static void warn(POJOWorkflowMethodMetadata method) {
        LOG.warn(
                "Workflow '{}' has the name of an event type, and the first parameter of {}.{} is {}. An event would give"
                        + " it the event's fields, not the body's. Unless only a workflow of your own starts it, declare a"
                        + " WebhookEvent as the first parameter, and the body's type as the second",
                method.getName(),
                method.getWorkflowInterface().getName(),
                method.getWorkflowMethod().getName(),
                method.getWorkflowMethod().getParameterTypes()[0].getSimpleName());
    }
}
