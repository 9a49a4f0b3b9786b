package dev.durahook.workflows.policy;

import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;

/** Adds the pacing of the policy in force to the header of each scheduled activity. */
final class PacedScheduling extends WorkflowOutboundCallsInterceptorBase {

    PacedScheduling(WorkflowOutboundCallsInterceptor next) {
        super(next);
    }

    @Override
    public <R> ActivityOutput<R> executeActivity(ActivityInput<R> input) {
        return super.executeActivity(new ActivityInput<>(
                input.getActivityName(),
                input.getResultClass(),
                input.getResultType(),
                input.getArgs(),
                input.getOptions(),
                PacingHeader.with(input.getHeader(), PolicyInForce.get())));
    }
}
