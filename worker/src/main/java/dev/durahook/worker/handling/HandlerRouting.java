package dev.durahook.worker.handling;

import dev.durahook.workflows.interception.ActivityRouting;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Schedules each handler of this worker on the handler's own task queue, even if an author's workflow calls the
 * handler. An activity with another name stays on the workflow's queue. A handler that this worker does not know stays
 * there too, and its attempt fails at once with a message that says so.
 */
public final class HandlerRouting extends ActivityRouting {

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
    protected Optional<ActivityOptions> routed(String activity, ActivityOptions options) {
        return options.getTaskQueue() == null
                ? queues.get().of(Workflow.getInfo().getTaskQueue(), activity).map(queue -> on(queue, options))
                : Optional.empty();
    }

    private static ActivityOptions on(String queue, ActivityOptions options) {
        ActivityOptions.Builder routed = ActivityOptions.newBuilder(options).setTaskQueue(queue);
        boolean isBounded = options.getScheduleToStartTimeout() != null || options.getScheduleToCloseTimeout() != null;
        return (isBounded ? routed : routed.setScheduleToStartTimeout(LONGEST_WAIT_FOR_A_WORKER)).build();
    }
}
