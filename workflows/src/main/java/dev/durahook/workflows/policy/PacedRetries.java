package dev.durahook.workflows.policy;

import dev.durahook.workflows.size.SentPayloads;
import dev.durahook.workflows.size.SizedCalls;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import java.util.function.Supplier;

/**
 * Adds jitter and explicit delays to retries, which Temporal's own backoff can't do. The policy travels with its
 * activity. If the policy has jitter or explicit delays, a failed attempt asks the server for the wait before the next
 * attempt. Also refuses what a workflow would send if it is larger than Temporal takes.
 *
 * <p>Every worker must have this interceptor, in tests as well. Without it, a policy with jitter or explicit delays has
 * Temporal's backoff.
 */
public final class PacedRetries extends WorkerInterceptorBase {

    private final SentPayloads payloads;

    /** For an application with Temporal's standard data converter. */
    public PacedRetries() {
        this(SentPayloads.standard());
    }

    /**
     * For an application with a data converter of its own.
     *
     * @param converter the client's data converter; asked for when a workflow runs
     */
    public PacedRetries(Supplier<DataConverter> converter) {
        this(SentPayloads.by(converter));
    }

    /** For an application that knows what its client sends. */
    public PacedRetries(SentPayloads payloads) {
        this.payloads = payloads;
    }

    @Override
    public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
        return new WorkflowInboundCallsInterceptorBase(next) {
            @Override
            public void init(WorkflowOutboundCallsInterceptor outbound) {
                super.init(new PacedScheduling(new SizedCalls(outbound, payloads), payloads));
            }
        };
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new PacedAttempts(next);
    }
}
