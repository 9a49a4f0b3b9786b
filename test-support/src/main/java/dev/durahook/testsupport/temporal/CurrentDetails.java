package dev.durahook.testsupport.temporal;

import dev.durahook.testsupport.Await;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowQueryException;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import java.util.Optional;

/** Reads the current details of a workflow, as the Web UI does. */
public final class CurrentDetails {

    private CurrentDetails() {}

    /** Returns the current details. Asks again if a worker on a busy machine has taken too long for the answer. */
    public static String of(WorkflowStub workflow) {
        return Await.value("the workflow tells its current details", () -> asked(workflow));
    }

    /**
     * Returns the current details. Asks once.
     *
     * @throws io.temporal.client.WorkflowException if no worker answers in time, or there is no such workflow
     */
    public static String askedOnce(WorkflowStub workflow) {
        return workflow.query("__temporal_workflow_metadata", WorkflowMetadata.class)
                .getCurrentDetails();
    }

    private static Optional<String> asked(WorkflowStub workflow) {
        try {
            return Optional.of(askedOnce(workflow));
        } catch (WorkflowQueryException | WorkflowServiceException e) {
            return Optional.empty();
        }
    }
}
