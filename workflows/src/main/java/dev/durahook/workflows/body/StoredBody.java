package dev.durahook.workflows.body;

import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.WorkflowExecutionStartedEventAttributes;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body from the first event of the workflow's history, where the receiver has stored it. The second argument of
 * a child workflow may be anything, so the body is read from the outermost of its parents that works for the event.
 */
public final class StoredBody implements BodySource {

    /** The type of the failure if no workflow was started with the event's body. */
    private static final String NO_STORED_BODY = "NoStoredBody";

    private static final int EVENT = 0;
    private static final int BODY = 1;

    private final WorkflowClient client;

    public StoredBody(WorkflowClient client) {
        this.client = client;
    }

    /**
     * {@inheritDoc}
     *
     * @throws io.grpc.StatusRuntimeException if Temporal does not answer; another attempt may succeed
     * @throws ApplicationFailure if the workflow does not have the event's body
     */
    @Override
    public byte[] of(WebhookEvent event) {
        ActivityInfo info = Activity.getExecutionContext().getInfo();
        WorkflowExecutionStartedEventAttributes own = start(WorkflowExecution.newBuilder()
                .setWorkflowId(info.getWorkflowId())
                .setRunId(info.getWorkflowRunId())
                .build());
        Optional<WorkflowExecutionStartedEventAttributes> holder =
                own.hasParentWorkflowExecution() ? holder(event, own) : Optional.of(own);
        return holder.flatMap(start -> argument(BODY, start))
                .map(EventBody::bytes)
                .orElseThrow(() -> missing(event, info));
    }

    private Optional<WorkflowExecutionStartedEventAttributes> holder(
            WebhookEvent event, WorkflowExecutionStartedEventAttributes start) {
        return Optional.of(start)
                .filter(WorkflowExecutionStartedEventAttributes::hasParentWorkflowExecution)
                .flatMap(child -> holder(event, start(child.getParentWorkflowExecution())))
                .or(() -> Optional.of(start).filter(outermost -> isOf(event, outermost)));
    }

    private WorkflowExecutionStartedEventAttributes start(WorkflowExecution execution) {
        return client.getWorkflowServiceStubs()
                .blockingStub()
                .getWorkflowExecutionHistory(firstEvent(execution))
                .getHistory()
                .getEvents(0)
                .getWorkflowExecutionStartedEventAttributes();
    }

    // If the argument can't be decrypted now, this throws: another attempt may succeed.
    private Optional<RawValue> argument(int index, WorkflowExecutionStartedEventAttributes start) {
        return index < start.getInput().getPayloadsCount()
                ? Optional.ofNullable(decoded(index, start.getInput(), RawValue.class))
                : Optional.empty();
    }

    private boolean isOf(WebhookEvent event, WorkflowExecutionStartedEventAttributes start) {
        return argument(EVENT, start).isPresent() && isOf(event, start.getInput());
    }

    private boolean isOf(WebhookEvent event, Payloads arguments) {
        try {
            WebhookEvent first = decoded(EVENT, arguments, WebhookEvent.class);
            return first != null && first.id().equals(event.id());
        } catch (RuntimeException notAnEvent) {
            return false;
        }
    }

    private <T> @Nullable T decoded(int index, Payloads arguments, Class<T> type) {
        return client.getOptions().getDataConverter().fromPayloads(index, Optional.of(arguments), type, type);
    }

    private GetWorkflowExecutionHistoryRequest firstEvent(WorkflowExecution execution) {
        return GetWorkflowExecutionHistoryRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .setExecution(execution)
                .setMaximumPageSize(1)
                .build();
    }

    private static ApplicationFailure missing(WebhookEvent event, ActivityInfo info) {
        return ApplicationFailure.newNonRetryableFailure(
                "The workflow " + info.getWorkflowId() + " does not have the body of the event " + event.id()
                        + ": send an event in its own workflow or in a child workflow of it. If the workflow continues"
                        + " as new, pass the event and the body on as its first two arguments",
                NO_STORED_BODY);
    }
}
