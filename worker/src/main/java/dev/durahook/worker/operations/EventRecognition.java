package dev.durahook.worker.operations;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.payload.ExternalPayloads;
import dev.durahook.workflows.payload.WorkflowPayloads;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import java.util.List;
import java.util.Optional;

/**
 * Recognises the workflow of an event. A namespace may have workflows of other applications, and an operator's query may
 * find these too.
 */
record EventRecognition(WorkflowClient client) {

    /**
     * Whether the history begins with an event of this ID.
     *
     * @throws RuntimeException if the event is in external storage and can't be fetched; another attempt may succeed
     */
    boolean isEvent(String workflowId, List<HistoryEvent> beginning) {
        if (beginning.isEmpty()) {
            return false;
        }
        Payloads input =
                beginning.get(0).getWorkflowExecutionStartedEventAttributes().getInput();
        return input.getPayloadsCount() > 0 && isEvent(workflowId, fetchedFirst(input));
    }

    private Payloads fetchedFirst(Payloads arguments) {
        return ExternalPayloads.fetched(
                client,
                Payloads.newBuilder().addPayloads(arguments.getPayloads(0)).build());
    }

    private boolean isEvent(String workflowId, Payloads argument) {
        try {
            return WorkflowPayloads.of(client, workflowId)
                    .fromPayloads(0, Optional.of(argument), WebhookEvent.class, WebhookEvent.class)
                    .id()
                    .equals(workflowId);
        } catch (RuntimeException notAnEvent) {
            return false;
        }
    }
}
