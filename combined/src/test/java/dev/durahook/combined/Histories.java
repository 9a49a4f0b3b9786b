package dev.durahook.combined;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.StoredWorkflows;
import dev.durahook.testsupport.temporal.TemporalServer;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.time.Duration;

/**
 * What Temporal recorded of the tests' events.
 *
 * @param workflows the stored workflows
 */
record Histories(StoredWorkflows workflows) {

    private static final Duration LONG = Duration.ofSeconds(90);

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

    /** How many tasks of an event timed out. */
    long timedOut(String id) {
        return workflows.count("webhook:" + id, EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT);
    }

    void awaitCompleted(String id) {
        Await.until(
                id + " is completed",
                LONG,
                () -> workflows.describe("webhook:" + id).getStatus()
                        == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
    }
}
