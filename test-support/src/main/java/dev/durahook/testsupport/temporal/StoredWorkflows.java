package dev.durahook.testsupport.temporal;

import dev.durahook.testsupport.Await;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.client.WorkflowNotFoundException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the workflows that a namespace holds, for assertions, and resets them.
 *
 * @param client the namespace's client
 */
public record StoredWorkflows(WorkflowClient client) {

    /** How many executions match a visibility query. Visibility lags: prefer {@link #awaitCount}. */
    public long count(String query) {
        return client.countWorkflows(query).getCount();
    }

    /** Waits until visibility shows exactly the expected number of executions. */
    public void awaitCount(String query, long expected) {
        Await.until(expected + " executions of " + query, () -> count(query) == expected);
    }

    /** Waits until visibility shows at least this number of executions. */
    public void awaitAtLeast(String query, long least) {
        Await.until(least + " executions of " + query, () -> count(query) >= least);
    }

    /** The run IDs of a workflow ID, the newest first, as visibility shows them. */
    public List<String> runs(String workflowId) {
        return client.listExecutions("WorkflowId = '" + workflowId.replace("'", "\\'") + "'")
                .map(WorkflowExecutionMetadata::getExecution)
                .map(execution -> execution.getRunId())
                .toList();
    }

    /** The newest run of a workflow ID, read from the history store and not from visibility. */
    public WorkflowExecutionInfo describe(String workflowId) {
        return client.newUntypedWorkflowStub(workflowId).describe().getWorkflowExecutionInfo();
    }

    /** Whether there is a run of a workflow ID in the history store. */
    public boolean has(String workflowId) {
        try {
            describe(workflowId);
            return true;
        } catch (WorkflowNotFoundException e) {
            return false;
        }
    }

    /** Waits until the newest run of a workflow ID has a status. */
    public void awaitStatus(String workflowId, WorkflowExecutionStatus status) {
        Await.until(workflowId + " is " + status, () -> describe(workflowId).getStatus() == status);
    }

    /**
     * The first signal in the history of the newest run.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public HistoryEvent firstSignal(String workflowId) {
        return history(workflowId).stream()
                .filter(HistoryEvent::hasWorkflowExecutionSignaledEventAttributes)
                .findFirst()
                .orElseThrow();
    }

    /**
     * The largest number of these workflows that got their first signal within one second of Temporal's clock. Signal
     * handlers would not show the rate: a worker that has stood still runs the handlers of all waiting signals at once.
     */
    public long mostSignalledInASecond(Collection<String> workflowIds) {
        return Collections.max(workflowIds.parallelStream()
                .map(id -> firstSignal(id).getEventTime().getSeconds())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values());
    }

    /** The whole history of the newest run. */
    public List<HistoryEvent> history(String workflowId) {
        return client.fetchHistory(workflowId).getEvents();
    }

    /** Resets the newest run of a workflow ID to the end of its first workflow task, so that it is done again. */
    public void reset(String workflowId) {
        long firstTask = history(workflowId).stream()
                .filter(HistoryEvent::hasWorkflowTaskCompletedEventAttributes)
                .findFirst()
                .orElseThrow()
                .getEventId();
        client.getWorkflowServiceStubs()
                .blockingStub()
                .resetWorkflowExecution(ResetWorkflowExecutionRequest.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .setWorkflowExecution(WorkflowExecution.newBuilder().setWorkflowId(workflowId))
                        .setRequestId(UUID.randomUUID().toString())
                        .setReason("again")
                        .setWorkflowTaskFinishEventId(firstTask)
                        .build());
    }

    /** How many events of one type the newest run's history has. */
    public long count(String workflowId, EventType type) {
        return history(workflowId).stream()
                .filter(event -> event.getEventType() == type)
                .count();
    }
}
