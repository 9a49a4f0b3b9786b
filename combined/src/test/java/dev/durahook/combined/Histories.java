package dev.durahook.combined;

import dev.durahook.testsupport.temporal.StoredWorkflows;
import dev.durahook.testsupport.temporal.TemporalServer;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;

/**
 * The histories that Temporal has recorded for the tests' events.
 *
 * @param workflows the workflows of the namespace {@code default}
 */
record Histories(StoredWorkflows workflows) {

    static Histories of(TemporalServer temporal) {
        return new Histories(temporal.workflows());
    }

    /** Whether the answer to an event's start contained the first workflow task. */
    boolean isEager(String id) {
        return workflows
                .history("webhook:" + id)
                .get(0)
                .getWorkflowExecutionStartedEventAttributes()
                .getEagerExecutionAccepted();
    }

    /** The number of an event's workflow tasks that timed out. */
    long timedOut(String id) {
        return workflows.count("webhook:" + id, EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT);
    }

    void awaitCompleted(String id) {
        workflows.awaitStatus("webhook:" + id, WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
    }
}
