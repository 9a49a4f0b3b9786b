package dev.durahook.workflows.body;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.WorkflowExecutionStartedEventAttributes;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.RawValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The start of a workflow's run, as Temporal has stored it.
 *
 * @param workflowId the workflow's ID
 * @param started the first event of the run's history
 * @param arguments the arguments, also those that an application stores outside of Temporal
 * @param converter reads the payloads of the workflow
 */
record StoredStart(
        String workflowId,
        WorkflowExecutionStartedEventAttributes started,
        Payloads arguments,
        DataConverter converter) {

    private static final int EVENT = 0;
    private static final int BODY = 1;

    /** The run in this namespace that has started this one as its child. The server for tests names no namespace. */
    Optional<WorkflowExecution> parentIn(String namespace) {
        return Optional.of(started)
                .filter(WorkflowExecutionStartedEventAttributes::hasParentWorkflowExecution)
                .filter(child -> List.of("", namespace).contains(child.getParentWorkflowNamespace()))
                .map(WorkflowExecutionStartedEventAttributes::getParentWorkflowExecution);
    }

    /** The second argument, which is the body if the first is the event. */
    Optional<RawValue> body() {
        return argument(BODY);
    }

    /** Whether the first argument is this event. */
    boolean isOf(WebhookEvent event) {
        return argument(EVENT).isPresent() && isFirstArgument(event);
    }

    /** Whether the workflow has the event's ID and was started for the event. */
    boolean isOwnWorkflowOf(WebhookEvent event) {
        return workflowId.equals(event.id()) && isOf(event);
    }

    private boolean isFirstArgument(WebhookEvent event) {
        try {
            WebhookEvent first = decoded(EVENT, WebhookEvent.class);
            return first != null && first.id().equals(event.id());
        } catch (RuntimeException notAnEvent) {
            return false;
        }
    }

    // If the argument can't be decrypted now, this throws: another attempt may succeed.
    private Optional<RawValue> argument(int index) {
        return index < arguments.getPayloadsCount()
                ? Optional.ofNullable(decoded(index, RawValue.class))
                : Optional.empty();
    }

    private <T> @Nullable T decoded(int index, Class<T> type) {
        return converter.fromPayloads(index, Optional.of(arguments), type, type);
    }
}
