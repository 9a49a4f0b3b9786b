package dev.durahook.worker.destination.workflow.handover;

import dev.durahook.worker.destination.kind.DestinationException;
import dev.durahook.worker.destination.kind.NewWorkflow;
import dev.durahook.worker.destination.workflow.declaration.WorkflowDestination;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import java.util.Optional;

/**
 * An event as a signal. A signal has no answer, and Temporal takes a signal that the workflow has no handler for. So the
 * workflow is asked for its handlers before a signal counts as taken. Temporal recognises a repeated signal by its
 * request ID, within one run of the workflow, even after that run has ended.
 */
final class SignalMessage implements WorkflowMessage {

    private final WorkflowDestination destination;
    private final DeclaredSignals declared;
    private final SignalRequests requests;
    private final WorkflowClient client;

    SignalMessage(
            WorkflowClient client, WorkflowDestination destination, AddressedEvent event, HandoverFailures failures) {
        this.client = client;
        this.destination = destination;
        this.declared = new DeclaredSignals(client, destination.handler(), failures);
        this.requests = new SignalRequests(client, destination, event);
    }

    // A run that has ended takes no new signal. If it answers without an error, it has the signal.
    @Override
    public Optional<String> takenBy(Target target) {
        return target.ended().stream().flatMap(run -> sent(run).stream()).findFirst();
    }

    @Override
    public Optional<String> handTo(WorkflowExecution run) throws DestinationException {
        return declared.areKnownOf(run) ? sent(run) : Optional.empty();
    }

    private Optional<String> sent(WorkflowExecution run) {
        try {
            client.getWorkflowServiceStubs().blockingStub().signalWorkflowExecution(requests.signal(run));
            return Optional.of(destination + ": " + destination.handler() + " sent");
        } catch (StatusRuntimeException e) {
            return absentIf(Status.Code.NOT_FOUND, e);
        }
    }

    // The started workflow is looked at again, so that its handlers are known before the event counts as taken.
    @Override
    public Optional<String> start(NewWorkflow workflow) {
        try {
            client.getWorkflowServiceStubs().blockingStub().signalWithStartWorkflowExecution(requests.start(workflow));
            return Optional.empty();
        } catch (StatusRuntimeException e) {
            return absentIf(Status.Code.ALREADY_EXISTS, e);
        }
    }

    private static Optional<String> absentIf(Status.Code code, StatusRuntimeException e) {
        if (e.getStatus().getCode() == code) {
            return Optional.empty();
        }
        throw e;
    }
}
