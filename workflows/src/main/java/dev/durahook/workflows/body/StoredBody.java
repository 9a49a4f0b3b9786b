package dev.durahook.workflows.body;

import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.payload.ExternalPayloads;
import dev.durahook.workflows.payload.WorkflowPayloads;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.WorkflowExecutionStartedEventAttributes;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;

/**
 * Reads the body from the first event of the workflow's history, where the receiver has stored it. The second argument of
 * a child workflow may be anything, so the body is read from the outermost of its parents that works for the event.
 */
public final class StoredBody implements BodySource {

    /** The type of the failure if no workflow was started with the event's body. */
    private static final String NO_STORED_BODY = "NoStoredBody";

    private final WorkflowClient client;

    public StoredBody(WorkflowClient client) {
        this.client = client;
    }

    /**
     * {@inheritDoc}
     *
     * @throws io.grpc.StatusRuntimeException if Temporal does not answer; another attempt may succeed
     * @throws RuntimeException if the body is in external storage and can't be fetched; another attempt may succeed
     * @throws ApplicationFailure if the workflow does not have the event's body, or Temporal has deleted the parent that had
     *     it
     */
    @Override
    public byte[] of(WebhookEvent event) {
        ActivityInfo info = Activity.getExecutionContext().getInfo();
        StoredStart own = start(WorkflowExecution.newBuilder()
                .setWorkflowId(info.getWorkflowId())
                .setRunId(info.getWorkflowRunId())
                .build());
        Optional<StoredStart> holder = parentOf(own).isPresent() ? holder(event, own) : Optional.of(own);
        return holder.flatMap(StoredStart::body).map(EventBody::bytes).orElseThrow(() -> missing(event, info));
    }

    // The event's own workflow needs no parent, which may be gone.
    private Optional<StoredStart> holder(WebhookEvent event, StoredStart start) {
        return Optional.of(start)
                .filter(child -> !child.isOwnWorkflowOf(event))
                .flatMap(this::parentOf)
                .flatMap(parent -> holder(event, parent(event, parent)))
                .or(() -> Optional.of(start).filter(outermost -> outermost.isOf(event)));
    }

    // The history of a parent in another namespace can't be read with this client.
    private Optional<WorkflowExecution> parentOf(StoredStart start) {
        return start.parentIn(client.getOptions().getNamespace());
    }

    private StoredStart parent(WebhookEvent event, WorkflowExecution parent) {
        try {
            return start(parent);
        } catch (StatusRuntimeException e) {
            throw e.getStatus().getCode() == Status.Code.NOT_FOUND ? gone(event, parent) : e;
        }
    }

    private StoredStart start(WorkflowExecution execution) {
        WorkflowExecutionStartedEventAttributes started = client.getWorkflowServiceStubs()
                .blockingStub()
                .getWorkflowExecutionHistory(firstEvent(execution))
                .getHistory()
                .getEvents(0)
                .getWorkflowExecutionStartedEventAttributes();
        return new StoredStart(
                execution.getWorkflowId(),
                started,
                argument -> ExternalPayloads.fetched(client, argument),
                WorkflowPayloads.of(client, execution.getWorkflowId()));
    }

    private GetWorkflowExecutionHistoryRequest firstEvent(WorkflowExecution execution) {
        return GetWorkflowExecutionHistoryRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .setExecution(execution)
                .setMaximumPageSize(1)
                .build();
    }

    private static ApplicationFailure gone(WebhookEvent event, WorkflowExecution parent) {
        return ApplicationFailure.newNonRetryableFailure(
                "Temporal has deleted the workflow " + parent.getWorkflowId() + " with the body of the event "
                        + event.id()
                        + ": a child workflow can send the event only until its parent is past the retention",
                NO_STORED_BODY);
    }

    private static ApplicationFailure missing(WebhookEvent event, ActivityInfo info) {
        return ApplicationFailure.newNonRetryableFailure(
                "The workflow " + info.getWorkflowId() + " does not have the body of the event " + event.id()
                        + ": send an event in its own workflow or in a child workflow of it. If the workflow continues"
                        + " as new, pass the event and the body on as its first two arguments",
                NO_STORED_BODY);
    }
}
