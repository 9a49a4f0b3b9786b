package dev.durahook.workflows.policy;

import io.temporal.common.converter.DataConverter;
import io.temporal.common.interceptors.Header;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;

/** Adds the pacing of the policy in force, and the failure of a first attempt, to the header of each activity. */
final class PacedScheduling extends WorkflowOutboundCallsInterceptorBase {

    private final DataConverter converter;

    PacedScheduling(WorkflowOutboundCallsInterceptor next, DataConverter converter) {
        super(next);
        this.converter = converter;
    }

    @Override
    public <R> ActivityOutput<R> executeActivity(ActivityInput<R> input) {
        PolicyInForce inForce = PolicyInForce.get();
        return super.executeActivity(
                inForce == null
                        ? input
                        : new ActivityInput<>(
                                input.getActivityName(),
                                input.getResultClass(),
                                input.getResultType(),
                                input.getArgs(),
                                input.getOptions(),
                                header(input.getHeader(), inForce)));
    }

    private Header header(Header header, PolicyInForce inForce) {
        Header paced = PacingHeader.with(header, inForce.policy());
        FirstFailure first = inForce.firstFailure();
        return first == null ? paced : FirstFailureHeader.with(paced, first, converter);
    }
}
