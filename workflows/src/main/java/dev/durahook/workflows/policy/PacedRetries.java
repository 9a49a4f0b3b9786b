package dev.durahook.workflows.policy;

import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;

/**
 * Jitter and explicit delays, which Temporal's own backoff can't do. A policy travels with its activity, and if it has
 * them, an attempt that fails asks the server for the wait before the next.
 *
 * <p>Every worker needs it, in tests as well. Without it such a policy has Temporal's backoff.
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
