package dev.durahook.testing.time;

import dev.durahook.workflows.parking.EventStatus;
import io.temporal.common.SearchAttributeUpdate;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import io.temporal.workflow.unsafe.WorkflowUnsafe;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Records every attempt, and stops the clock when a workflow or an attempt ends or an event is parked. The test then
 * decides what happens next. Otherwise the clock would leap at once to the next timer, which may be that of another
 * parked event, a year ahead.
 */
public final class WatchingInterceptor extends WorkerInterceptorBase {

    private final Supplier<SkippingClock> clock;
    private final RecordedAttempts attempts;

    /**
     * Takes a supplier of the clock, because the clock belongs to the environment that is created with this
     * interceptor.
     */
    public WatchingInterceptor(Supplier<SkippingClock> clock, RecordedAttempts attempts) {
        this.clock = clock;
        this.attempts = attempts;
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new WatchedAttempt(next, clock.get(), attempts);
    }

    @Override
    public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
        return new WorkflowInboundCallsInterceptorBase(next) {
            @Override
            public void init(WorkflowOutboundCallsInterceptor outbound) {
                super.init(new StoppingCalls(outbound));
            }

            @Override
            public WorkflowOutput execute(WorkflowInput input) {
                try {
                    return super.execute(input);
                } finally {
                    stopUnlessReplaying();
                }
            }
        };
    }

    private final class StoppingCalls extends WorkflowOutboundCallsInterceptorBase {

        StoppingCalls(WorkflowOutboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public void upsertTypedSearchAttributes(SearchAttributeUpdate<?>... updates) {
            super.upsertTypedSearchAttributes(updates);
            if (Arrays.stream(updates).anyMatch(WatchingInterceptor::parks)) {
                stopUnlessReplaying();
            }
        }
    }

    private void stopUnlessReplaying() {
        if (!WorkflowUnsafe.isReplaying()) {
            clock.get().stop();
        }
    }

    private static boolean parks(SearchAttributeUpdate<?> update) {
        return update.getKey().equals(EventStatus.KEY)
                && update.getValue().filter(EventStatus.PARKED::equals).isPresent();
    }
}
