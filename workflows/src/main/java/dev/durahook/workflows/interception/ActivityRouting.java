package dev.durahook.workflows.interception;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import java.util.Optional;

/**
 * An interceptor that schedules activities of workflows on other task queues than the workflow says.
 *
 * <p>A replay does not compare the task queue of an activity, so the choice may differ between workers.
 */
public abstract class ActivityRouting extends WorkerInterceptorBase {

    @Override
    public final WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
        return new WorkflowInboundCallsInterceptorBase(next) {
            @Override
            public void init(WorkflowOutboundCallsInterceptor outbound) {
                super.init(new RoutedCalls(outbound));
            }
        };
    }

    /**
     * Chooses the options with which an activity is scheduled. Called in workflow code.
     *
     * @param activity the type of the activity
     * @param options the options that the workflow gives
     * @return empty to leave the options as they are
     */
    protected abstract Optional<ActivityOptions> routed(String activity, ActivityOptions options);

    private final class RoutedCalls extends WorkflowOutboundCallsInterceptorBase {

        RoutedCalls(WorkflowOutboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public <R> ActivityOutput<R> executeActivity(ActivityInput<R> input) {
            return super.executeActivity(routed(input.getActivityName(), input.getOptions())
                    .map(options -> new ActivityInput<>(
                            input.getActivityName(),
                            input.getResultClass(),
                            input.getResultType(),
                            input.getArgs(),
                            options,
                            input.getHeader()))
                    .orElse(input));
        }
    }
}
