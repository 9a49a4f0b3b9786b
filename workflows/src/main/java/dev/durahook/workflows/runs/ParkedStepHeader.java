package dev.durahook.workflows.runs;

import dev.durahook.workflows.interception.HeaderValue;
import dev.durahook.workflows.parking.ParkedStep;
import io.temporal.common.interceptors.Header;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Passes the parked step that a new run must wait for to that run. The step travels in a header, so that the workflow's
 * own arguments stay unchanged.
 */
final class ParkedStepHeader extends WorkflowOutboundCallsInterceptorBase {

    private static final HeaderValue<ParkedStep> VALUE = new HeaderValue<>("durahook-parked", ParkedStep.class);

    private @Nullable ParkedStep step;

    ParkedStepHeader(WorkflowOutboundCallsInterceptor next) {
        super(next);
    }

    /** The parked step that the previous run has passed on, if any. */
    static Optional<ParkedStep> in(Header header) {
        return VALUE.in(header);
    }

    /** Passes this step to the new run that the next call begins. */
    void pass(ParkedStep parked) {
        step = parked;
    }

    @Override
    public void continueAsNew(ContinueAsNewInput input) {
        super.continueAsNew(
                step == null
                        ? input
                        : new ContinueAsNewInput(
                                input.getWorkflowType(),
                                input.getOptions(),
                                input.getArgs(),
                                VALUE.with(input.getHeader(), step)));
    }
}
