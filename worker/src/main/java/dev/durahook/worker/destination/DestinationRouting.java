package dev.durahook.worker.destination;

import dev.durahook.workflows.destination.DestinationQueues;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Schedules what workflows send to a destination on the task queue that the destination has in this application.
 * Workflows name the destination alone, as {@link DestinationQueues} does.
 *
 * <p>A replay does not compare the task queue of an activity, so the choice may differ between workers.
 */
public final class DestinationRouting extends WorkerInterceptorBase {

    private final Supplier<DestinationTaskQueues> queues;

    /** Asks for the queues only when a workflow runs: the client needs the interceptors before that. */
    public DestinationRouting(Supplier<DestinationTaskQueues> queues) {
        this.queues = queues;
    }

    @Override
    public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
        return new WorkflowInboundCallsInterceptorBase(next) {
            @Override
            public void init(WorkflowOutboundCallsInterceptor outbound) {
                super.init(new DestinationCalls(outbound));
            }
        };
    }

    private final class DestinationCalls extends WorkflowOutboundCallsInterceptorBase {

        DestinationCalls(WorkflowOutboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public <R> ActivityOutput<R> executeActivity(ActivityInput<R> input) {
            ActivityOptions options = input.getOptions();
            return super.executeActivity(destination(options.getTaskQueue())
                    .map(name -> new ActivityInput<>(
                            input.getActivityName(),
                            input.getResultClass(),
                            input.getResultType(),
                            input.getArgs(),
                            ActivityOptions.newBuilder(options)
                                    .setTaskQueue(queues.get().of(name))
                                    .build(),
                            input.getHeader()))
                    .orElse(input));
        }
    }

    private static Optional<String> destination(@Nullable String taskQueue) {
        return taskQueue == null ? Optional.empty() : DestinationQueues.destination(taskQueue);
    }
}
