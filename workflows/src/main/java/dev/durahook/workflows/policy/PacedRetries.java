package dev.durahook.workflows.policy;

import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import java.util.function.Supplier;

/**
 * Adds jitter and explicit delays to retries, which Temporal's own backoff can't do. The policy travels with its
 * activity. If the policy has jitter or explicit delays, a failed attempt asks the server for the wait before the next
 * attempt.
 *
 * <p>Every worker must have this interceptor, in tests as well. Without it, a policy with jitter or explicit delays has
 * Temporal's backoff.
 */
public final class PacedRetries extends WorkerInterceptorBase {

    private final Supplier<DataConverter> converter;

    /** For an application with Temporal's standard data converter. */
    public PacedRetries() {
        this(() -> DefaultDataConverter.STANDARD_INSTANCE);
    }

    /**
     * For an application with a data converter of its own.
     *
     * @param converter the client's data converter; asked for when a workflow runs
     */
    public PacedRetries(Supplier<DataConverter> converter) {
        this.converter = converter;
    }

    @Override
    public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
        return new WorkflowInboundCallsInterceptorBase(next) {
            @Override
            public void init(WorkflowOutboundCallsInterceptor outbound) {
                super.init(new PacedScheduling(outbound, converter.get()));
            }
        };
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new PacedAttempts(next);
    }
}
