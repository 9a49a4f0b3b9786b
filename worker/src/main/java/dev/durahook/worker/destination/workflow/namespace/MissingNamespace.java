package dev.durahook.worker.destination.workflow.namespace;

import io.grpc.StatusRuntimeException;
import io.temporal.api.errordetails.v1.NamespaceNotFoundFailure;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.serviceclient.StatusUtils;

/**
 * Tells a missing namespace from a missing workflow: Temporal answers NOT_FOUND for both, and the SDK reports both as a
 * missing workflow.
 */
public final class MissingNamespace {

    private MissingNamespace() {}

    /** Whether the SDK has reported a missing namespace as a missing workflow. */
    public static boolean isReportedBy(WorkflowNotFoundException failure) {
        return failure.getCause() instanceof StatusRuntimeException answer && isReportedBy(answer);
    }

    /** Whether Temporal has answered that there is no such namespace. */
    public static boolean isReportedBy(StatusRuntimeException answer) {
        return StatusUtils.hasFailure(answer, NamespaceNotFoundFailure.class);
    }
}
