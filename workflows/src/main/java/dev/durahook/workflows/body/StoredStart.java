package dev.durahook.workflows.body;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.WorkflowExecutionStartedEventAttributes;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.RawValue;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The start of a workflow's run, as Temporal has stored it.
 *
 * @param workflowId the workflow's ID
 * @param started the first event of the run's history
 * @param storage fetches an argument that an application stores outside of Temporal. An argument that is not needed is not
 *     fetched: a parent may be another application's, and this worker need not have its storage
 * @param converter reads the payloads of the workflow
 */
record StoredStart(
        String workflowId,
        WorkflowExecutionStartedEventAttributes started,
        UnaryOperator<Payloads> storage,
        DataConverter converter) {

    private static final int EVENT = 0;
    private static final int BODY = 1;

    /**
     * The run in this namespace that has started the current run as its child. The server for tests names no
     * namespace.
     */
    Optional<WorkflowExecution> parentIn(String namespace) {
        return Optional.of(started)
                .filter(WorkflowExecutionStartedEventAttributes::hasParentWorkflowExecution)
                .filter(child -> List.of("", namespace).contains(child.getParentWorkflowNamespace()))
                .map(WorkflowExecutionStartedEventAttributes::getParentWorkflowExecution);
    }

    /** The second argument, which is the body if the first is the event. */
    Optional<RawValue> body() {
        return stored(BODY).map(body -> decoded(body, RawValue.class));
    }

    /**
     * Whether the first argument is this event.
     *
     * @throws RuntimeException if the argument can't be fetched or decrypted now; another attempt may succeed
     */
    boolean isOf(WebhookEvent event) {
        Optional<Payloads> first = stored(EVENT);
        return first.filter(argument -> isEvent(argument, event)).isPresent();
    }

    /** Whether the workflow has the event's ID and was started for the event. */
    boolean isOwnWorkflowOf(WebhookEvent event) {
        return workflowId.equals(event.id()) && isOf(event);
    }

    // If the argument can't be decrypted, the exception passes: it may be the event.
    private boolean isEvent(Payloads argument, WebhookEvent event) {
        try {
            WebhookEvent first = decoded(argument, WebhookEvent.class);
            return first != null && first.id().equals(event.id());
        } catch (RuntimeException notAnEvent) {
            decoded(argument, RawValue.class);
            return false;
        }
    }

    private Optional<Payloads> stored(int index) {
        return started.getInput().getPayloadsList().stream()
                .skip(index)
                .findFirst()
                .map(argument -> storage.apply(
                        Payloads.newBuilder().addPayloads(argument).build()));
    }

    private <T> @Nullable T decoded(Payloads argument, Class<T> type) {
        return converter.fromPayloads(0, Optional.of(argument), type, type);
    }
}
