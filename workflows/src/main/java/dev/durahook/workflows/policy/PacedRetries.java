package dev.durahook.workflows.policy;

import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;

/**
 * Adds jitter and explicit delays to retries, which Temporal's own backoff can't do. The policy travels with its
 * activity. If the policy has jitter or explicit delays, a failed attempt asks the server for the wait before the next
 * attempt.
 *
 * <p>Every worker must have this interceptor, in tests as well. Without it, a policy with jitter or explicit delays has
 * Temporal's backoff.
 */
public final class PacedRetries extends WorkerInterceptorBase {

    @Override
    public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
        return new WorkflowInboundCallsInterceptorBase(next) {
            @Override
            public void init(WorkflowOutboundCallsInterceptor outbound) {
                super.init(new PacedScheduling(outbound));
            }
        };
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new PacedAttempts(next);
    }
}
