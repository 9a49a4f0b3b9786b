package dev.durahook.reliability.install;

import dev.durahook.reliability.record.EventKind;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;

/**
 * The parked events of a run.
 *
 * @param client a client of the namespace
 * @param run the name of the run
 */
record ParkedEvents(WorkflowClient client, String run) {

    /** Sends the signal {@code retry} to each, as an operator does. An event that can't be reached now is left parked. */
    void retry() {
        try {
            client.listExecutions("WorkflowType = 'shop." + EventKind.REFUSED.type()
                            + "' AND ExecutionStatus = 'Running' AND WorkflowId STARTS_WITH 'shop:" + run + "-'")
                    .forEach(event -> retry(event.getExecution().getWorkflowId()));
        } catch (StatusRuntimeException away) {
            // Temporal may be away, because two faults may be made at the same time.
        }
    }

    private void retry(String id) {
        try {
            client.newUntypedWorkflowStub(id).signal("retry");
        } catch (WorkflowException away) {
            // The same.
        }
    }
}
