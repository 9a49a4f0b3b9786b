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
 * Schedules each handler of this worker on the handler's own task queue, also if a workflow of an author's calls it. An
 * activity of another name stays on the workflow's queue. So does a handler that this worker does not know, where an attempt
 * fails at once and says so.
 *
 * <p>Which queue an activity is sent to is no part of what a replay compares, so the decision may depend on the worker.
 */
public final class HandlerRouting extends WorkerInterceptorBase {

    // As for destinations. A handler may be removed while attempts wait in its queue, where no worker would ever look.
    private static final Duration LONGEST_WAIT_FOR_A_WORKER = Duration.ofDays(1);

    private final Supplier<HandlerQueues> queues;

    /** The queues are asked for when a workflow runs: the handlers may need beans that need the workers. */
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
