package dev.durahook.worker.destination.workflow.handover;

import io.grpc.StatusRuntimeException;
import io.temporal.api.errordetails.v1.NamespaceNotFoundFailure;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.serviceclient.StatusUtils;

/**
 * Tells a missing namespace from a missing workflow: Temporal answers NOT_FOUND for both, and the SDK reports both as a
 * missing workflow.
 */
final class MissingNamespace {

    private MissingNamespace() {}

    static boolean isReportedBy(WorkflowNotFoundException failure) {
        return failure.getCause() instanceof StatusRuntimeException answer && isReportedBy(answer);
    }

    static boolean isReportedBy(StatusRuntimeException answer) {
        return StatusUtils.hasFailure(answer, NamespaceNotFoundFailure.class);
    }
}
