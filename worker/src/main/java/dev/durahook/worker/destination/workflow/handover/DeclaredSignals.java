package dev.durahook.worker.destination.workflow.handover;

import dev.durahook.worker.destination.kind.DestinationException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowQueryException;

/** Asks a running workflow whether it has a handler of a signal. Every SDK answers this query by itself. */
final class DeclaredSignals {

    private static final String METADATA = "__temporal_workflow_metadata";

    private final WorkflowClient client;
    private final String signal;
    private final HandoverFailures failures;

    DeclaredSignals(WorkflowClient client, String signal, HandoverFailures failures) {
        this.client = client;
        this.signal = signal;
        this.failures = failures;
    }

    /**
     * Returns whether the run exists. If it exists, it has a handler of the signal.
     *
     * @throws DestinationException if the run has no handler of the signal, or does not tell its handlers
     */
    boolean areKnownOf(WorkflowExecution run) throws DestinationException {
        try {
            WorkflowMetadata metadata =
                    client.newUntypedWorkflowStub(AddressedEvent.target(run)).query(METADATA, WorkflowMetadata.class);
            if (!hasHandler(metadata)) {
                throw failures.undeclared();
            }
            return true;
        } catch (WorkflowNotFoundException e) {
            return false;
        } catch (WorkflowQueryException e) {
            if (isUnknownQuery(e)) {
                throw failures.withoutAnswerToQuery(e.getCause());
            }
            throw e;
        }
    }

    // A handler without a name is one for signals of any name.
    private boolean hasHandler(WorkflowMetadata metadata) {
        return metadata.getDefinition().getSignalDefinitionsList().stream()
                .anyMatch(handler ->
                        handler.getName().isEmpty() || handler.getName().equals(signal));
    }

    private static boolean isUnknownQuery(WorkflowQueryException e) {
        return e.getCause() instanceof StatusRuntimeException answer
                && answer.getStatus().getCode() == Status.Code.INVALID_ARGUMENT;
    }
}
