package dev.durahook.worker.operations;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.client.WorkflowClient;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Calls Temporal's own API, with a deadline. Each call may throw a {@link io.grpc.StatusRuntimeException}; the
 * activity's next attempt repeats the call.
 */
record TemporalCalls(WorkflowClient client) {

    private static final int RPC_SECONDS = 10;
    private static final int FIRST_EVENTS = 20;

    String namespace() {
        return client.getOptions().getNamespace();
    }

    WorkflowServiceBlockingStub stub() {
        return client.getWorkflowServiceStubs().blockingStub().withDeadlineAfter(RPC_SECONDS, TimeUnit.SECONDS);
    }

    static WorkflowExecution execution(String workflowId, String runId) {
        return WorkflowExecution.newBuilder()
                .setWorkflowId(workflowId)
                .setRunId(runId)
                .build();
    }

    /** Describes a run, or the latest run of the workflow ID if the run's ID is empty. */
    DescribeWorkflowExecutionResponse describe(String workflowId, String runId) {
        return stub().describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                .setNamespace(namespace())
                .setExecution(execution(workflowId, runId))
                .build());
    }

    /** The first events of a run's history. */
    List<HistoryEvent> beginning(String workflowId, String runId) {
        return stub().getWorkflowExecutionHistory(GetWorkflowExecutionHistoryRequest.newBuilder()
                        .setNamespace(namespace())
                        .setExecution(execution(workflowId, runId))
                        .setMaximumPageSize(FIRST_EVENTS)
                        .build())
                .getHistory()
                .getEventsList();
    }
}
