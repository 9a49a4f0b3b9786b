package dev.durahook.benchmarks.load.server;

import dev.durahook.loadsupport.time.MicroTime;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionMetadata;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Asks the server for the workflows that it has stored. Workflows are found by the beginning of their ID.
 *
 * @param client the client of the namespace
 */
public record StoredEvents(WorkflowClient client) {

    /** The number of workflows that are stored. Visibility lags a little. */
    public long count(String prefix) {
        return client.countWorkflows(query(prefix)).getCount();
    }

    /** The number of workflows that have completed. Visibility lags a little. */
    public long completed(String prefix) {
        return client.countWorkflows(query(prefix) + " AND ExecutionStatus = 'Completed'")
                .getCount();
    }

    /** The number of events that are parked. Visibility lags a little. */
    public long parked(String prefix) {
        return client.countWorkflows(query(prefix) + " AND DurahookStatus = 'parked'")
                .getCount();
    }

    /** All runs of these workflows. */
    public List<StoredRun> list(String prefix) {
        return client.listExecutions(query(prefix)).map(StoredEvents::read).toList();
    }

    /** Reads the histories of these workflows, and what each workflow costs. */
    public List<HistoryCost> costs(Collection<String> ids) {
        return ids.stream()
                .map(id -> HistoryCost.of(client.fetchHistory(id).getHistory().getEventsList()))
                .toList();
    }

    private static String query(String prefix) {
        return "WorkflowId STARTS_WITH '" + prefix + "'";
    }

    private static StoredRun read(WorkflowExecutionMetadata run) {
        return new StoredRun(
                run.getExecution().getWorkflowId(),
                run.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED,
                Optional.ofNullable(run.getCloseTime()).map(MicroTime::of).orElse(0L));
    }
}
