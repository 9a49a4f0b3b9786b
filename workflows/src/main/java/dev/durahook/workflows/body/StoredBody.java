package dev.durahook.workflows.body;

import dev.durahook.workflows.EventBody;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.common.converter.RawValue;
import java.util.Optional;

/** Reads the body from the first event of the workflow's history, where the receiver has stored it. */
public final class StoredBody implements BodySource {

    private static final int BODY = 1;

    private final WorkflowClient client;

    public StoredBody(WorkflowClient client) {
        this.client = client;
    }

    /**
     * {@inheritDoc}
     *
     * @throws io.grpc.StatusRuntimeException if Temporal does not answer; another attempt may succeed
     */
    @Override
    public byte[] current() {
        Payloads arguments = client.getWorkflowServiceStubs()
                .blockingStub()
                .getWorkflowExecutionHistory(
                        firstEvent(Activity.getExecutionContext().getInfo()))
                .getHistory()
                .getEvents(0)
                .getWorkflowExecutionStartedEventAttributes()
                .getInput();
        return EventBody.bytes(client.getOptions()
                .getDataConverter()
                .fromPayloads(BODY, Optional.of(arguments), RawValue.class, RawValue.class));
    }

    private GetWorkflowExecutionHistoryRequest firstEvent(ActivityInfo info) {
        return GetWorkflowExecutionHistoryRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .setExecution(WorkflowExecution.newBuilder()
                        .setWorkflowId(info.getWorkflowId())
                        .setRunId(info.getWorkflowRunId()))
                .setMaximumPageSize(1)
                .build();
    }
}
