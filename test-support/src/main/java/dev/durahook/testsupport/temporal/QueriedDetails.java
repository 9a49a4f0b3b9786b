package dev.durahook.testsupport.temporal;

import dev.durahook.testsupport.Await;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowQueryException;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import java.util.Optional;

/** Reads the current details of a workflow, as the Web UI does. */
public final class QueriedDetails {

    private QueriedDetails() {}

    /** Returns the current details. Asks again if a worker on a busy machine has taken too long for the answer. */
    public static String of(WorkflowStub workflow) {
        return metadata(workflow).getCurrentDetails();
    }

    /**
     * Returns the current details. Asks once.
     *
     * @throws io.temporal.client.WorkflowException if no worker answers in time, or there is no such workflow
     */
    public static String askedOnce(WorkflowStub workflow) {
        return query(workflow).getCurrentDetails();
    }

    /** Returns all that the workflow tells about itself. Asks again as {@link #of}. */
    public static WorkflowMetadata metadata(WorkflowStub workflow) {
        return Await.value("the workflow tells about itself", () -> asked(workflow));
    }

    private static Optional<WorkflowMetadata> asked(WorkflowStub workflow) {
        try {
            return Optional.of(query(workflow));
        } catch (WorkflowQueryException | WorkflowServiceException e) {
            return Optional.empty();
        }
    }

    private static WorkflowMetadata query(WorkflowStub workflow) {
        return workflow.query("__temporal_workflow_metadata", WorkflowMetadata.class);
    }
}
