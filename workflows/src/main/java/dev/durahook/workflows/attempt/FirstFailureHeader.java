package dev.durahook.workflows.attempt;

import dev.durahook.workflows.interception.HeaderValue;
import dev.durahook.workflows.payload.WorkflowPayloads;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.interceptors.Header;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import java.util.Optional;

/**
 * Writes a {@link FirstFailure} into the header of an activity, and reads it from there. Temporal does not encode
 * headers, and a failure's message may quote the body, so the application's own data converter writes the value.
 */
public final class FirstFailureHeader {

    private static final HeaderValue<FirstFailure> VALUE =
            new HeaderValue<>("durahook-first-failure", FirstFailure.class);

    private FirstFailureHeader() {}

    /**
     * The header of an activity whose first attempt has failed with this failure. Only for workflow code.
     *
     * @param converter the client's data converter
     */
    public static Header with(Header header, FirstFailure failure, DataConverter converter) {
        WorkflowInfo info = Workflow.getInfo();
        return VALUE.with(header, failure, WorkflowPayloads.of(converter, info.getNamespace(), info.getWorkflowId()));
    }

    /**
     * Returns the failure with which an attempt must fail at once, because the attempt was made already, before the
     * activity was scheduled; empty for every other attempt.
     *
     * @param converter the client's data converter
     */
    public static Optional<ApplicationFailure> of(ActivityInfo attempt, Header header, DataConverter converter) {
        if (!VALUE.isIn(header) || !AttemptOrder.isFirst(attempt)) {
            return Optional.empty();
        }
        DataConverter ofWorkflow = WorkflowPayloads.of(converter, attempt.getNamespace(), attempt.getWorkflowId());
        return VALUE.in(header, ofWorkflow, converter).map(FirstFailure::toFailure);
    }
}
