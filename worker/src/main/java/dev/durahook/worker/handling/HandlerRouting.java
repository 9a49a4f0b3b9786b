package dev.durahook.worker.handling;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Schedules each handler of this worker on the handler's own task queue, even if an author's workflow calls the
 * handler. An activity with another name stays on the workflow's queue. A handler that this worker does not know stays
 * there too, and its attempt fails at once with a message that says so.
 *
 * <p>A replay does not compare the task queue of an activity, so the choice may differ between workers.
 */
public final class HandlerRouting extends WorkerInterceptorBase {

    // The same limit as for destinations. If a handler is removed while attempts wait in its queue, no worker takes the
    // waiting attempts.
    private static final Duration LONGEST_WAIT_FOR_A_WORKER = Duration.ofDays(1);

    private final Supplier<HandlerQueues> queues;

    /**
     * Asks for the queues only when a workflow runs, because handlers may depend on beans that depend on the workers.
     */
    public HandlerRouting(Supplier<HandlerQueues> queues) {
        this.queues = queues;
    }

    @Override
    public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
        return new WorkflowInboundCallsInterceptorBase(next) {
            @Override
            public void init(WorkflowOutboundCallsInterceptor outbound) {
                super.init(new RoutedCalls(outbound));
            }
        };
    }

    private final class RoutedCalls extends WorkflowOutboundCallsInterceptorBase {

        RoutedCalls(WorkflowOutboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public <R> ActivityOutput<R> executeActivity(ActivityInput<R> input) {
            return super.executeActivity(input.getOptions().getTaskQueue() == null ? routed(input) : input);
        }
    }

    private <R> WorkflowOutboundCallsInterceptor.ActivityInput<R> routed(
            WorkflowOutboundCallsInterceptor.ActivityInput<R> input) {
        return queues.get()
                .of(Workflow.getInfo().getTaskQueue(), input.getActivityName())
                .map(queue -> new WorkflowOutboundCallsInterceptor.ActivityInput<>(
                        input.getActivityName(),
                        input.getResultClass(),
                        input.getResultType(),
                        input.getArgs(),
                        on(queue, input.getOptions()),
                        input.getHeader()))
                .orElse(input);
    }

    private static ActivityOptions on(String queue, ActivityOptions options) {
        ActivityOptions.Builder routed = ActivityOptions.newBuilder(options).setTaskQueue(queue);
        boolean isBounded = options.getScheduleToStartTimeout() != null || options.getScheduleToCloseTimeout() != null;
        return (isBounded ? routed : routed.setScheduleToStartTimeout(LONGEST_WAIT_FOR_A_WORKER)).build();
    }
}
