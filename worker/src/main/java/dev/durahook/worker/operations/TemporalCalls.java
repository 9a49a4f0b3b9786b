package dev.durahook.worker.operations;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.client.WorkflowClient;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Calls Temporal's own API, with a deadline. Each call may throw a {@link io.grpc.StatusRuntimeException}; the
 * activity's next attempt repeats the call.
 */
record TemporalCalls(WorkflowClient client) {

    private static final int RPC_SECONDS = 10;

    // The first page is nearly always enough.
    private static final int FIRST_EVENTS = 20;
    private static final int FURTHER_EVENTS = 500;

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

    /**
     * The first events of a run's history, up to the end of the first workflow task that was completed. Signals may come
     * before it, up to 10,000, which is as many as Temporal takes for a run.
     */
    List<HistoryEvent> beginning(String workflowId, String runId) {
        List<HistoryEvent> beginning = new ArrayList<>();
        GetWorkflowExecutionHistoryRequest.Builder page = GetWorkflowExecutionHistoryRequest.newBuilder()
                .setNamespace(namespace())
                .setExecution(execution(workflowId, runId))
                .setMaximumPageSize(FIRST_EVENTS);
        do {
            GetWorkflowExecutionHistoryResponse events = stub().getWorkflowExecutionHistory(page.build());
            beginning.addAll(events.getHistory().getEventsList());
            page.setNextPageToken(events.getNextPageToken()).setMaximumPageSize(FURTHER_EVENTS);
        } while (!page.getNextPageToken().isEmpty() && firstTask(beginning).isEmpty());
        return beginning;
    }

    /** The number of the event that is the end of the first completed workflow task. */
    static OptionalLong firstTask(List<HistoryEvent> beginning) {
        return beginning.stream()
                .filter(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED)
                .mapToLong(HistoryEvent::getEventId)
                .findFirst();
    }
}
