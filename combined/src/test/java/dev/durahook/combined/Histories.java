package dev.durahook.combined;

import dev.durahook.testsupport.temporal.StoredWorkflows;
import dev.durahook.testsupport.temporal.TemporalServer;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;

/**
 * What Temporal recorded of the tests' events.
 *
 * @param workflows the stored workflows
 */
record Histories(StoredWorkflows workflows) {

    static Histories of(TemporalServer temporal) {
        return new Histories(temporal.workflows());
    }

    /** Whether the first task of an event was handed out with the answer to its start. */
    boolean isEager(String id) {
        return workflows
                .history("webhook:" + id)
                .get(0)
                .getWorkflowExecutionStartedEventAttributes()
                .getEagerExecutionAccepted();
    }

    /** Which worker began the first task of an event that no worker has let time out. */
    String firstWorker(String id) {
        return workflows.history("webhook:" + id).stream()
                .filter(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED)
                .findFirst()
                .map(HistoryEvent::getWorkflowTaskStartedEventAttributes)
                .orElseThrow()
                .getIdentity();
    }

    /** How many tasks of an event timed out. */
    long timedOut(String id) {
        return workflows.count("webhook:" + id, EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT);
    }

    void awaitCompleted(String id) {
        workflows.awaitStatus("webhook:" + id, WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
    }
}
