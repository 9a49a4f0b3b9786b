package dev.durahook.workflows.policy;

import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.attempt.FirstFailure;
import dev.durahook.workflows.attempt.FirstTask;
import dev.durahook.workflows.attempt.InlineAttemptHeader;
import dev.durahook.workflows.attempt.NoAttempt;
import dev.durahook.workflows.destination.DestinationActivities;
import dev.durahook.workflows.destination.DestinationQueues;
import dev.durahook.workflows.destination.InlineDestinationActivities;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.common.interceptors.Header;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor.ActivityInput;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor.LocalActivityInput;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the first attempt of an activity as a local activity, inside the workflow task. If the attempt fails, or if the
 * worker makes none, the activity is scheduled.
 *
 * @param policy the policy of the activity
 * @param local calls a local activity
 * @param scheduled schedules the activity, after a first attempt that has failed or with none
 */
record InlineScheduling<R>(
        RetryPolicy policy,
        Function<LocalActivityInput<R>, Promise<R>> local,
        Function<Optional<FirstFailure>, Promise<R>> scheduled) {

    private static final String CANCELLABLE = "durahook.cancellable-inline-step";
    private static final RetryOptions ONCE =
            RetryOptions.newBuilder().setMaximumAttempts(1).build();

    /** Whether the first attempt of an activity is made inside the workflow task. A replay gets the same answer. */
    static boolean isFor(PolicyInForce inForce, ActivityOptions options) {
        return inForce.inline() && FirstTask.mayHaveAttempt() && isHere(options.getTaskQueue());
    }

    // The workflow's worker makes the attempts on these queues too. The queue of every handler counts, even if this
    // worker does not have the handler: another worker may replay the workflow, and must get the same answer.
    private static boolean isHere(@Nullable String taskQueue) {
        String own = Workflow.getInfo().getTaskQueue();
        return taskQueue == null
                || TaskQueues.isPolledWith(taskQueue, own)
                || DestinationQueues.destination(taskQueue).isPresent();
    }

    /** Makes the first attempt, and schedules the activity for further attempts. */
    Promise<R> run(ActivityInput<R> input) {
        long begin = Workflow.currentTimeMillis();
        CancellationScope caller = CancellationScope.current();
        return local.apply(local(input))
                .handle((result, failure) -> failure == null
                        ? Workflow.newPromise(result)
                        : scheduledIn(caller, firstFailure(failure, since(begin))))
                .thenCompose(ended -> ended);
    }

    // The SDK calls this in a thread with a cancellation scope of its own, but the activity must be cancelled together
    // with the code that has called it.
    private Promise<R> scheduledIn(CancellationScope caller, Optional<FirstFailure> failure) {
        CompletablePromise<R> result = Workflow.newPromise();
        CancellationScope scope =
                Workflow.newDetachedCancellationScope(() -> result.completeFrom(scheduled.apply(failure)));
        scope.run();
        caller.getCancellationRequest().thenApply(reason -> {
            if (!result.isCompleted() && isCancellable()) {
                scope.cancel(reason);
            }
            return reason;
        });
        return result;
    }

    // Runs of earlier versions did not cancel the activity.
    private static boolean isCancellable() {
        return Workflow.getVersion(CANCELLABLE, Workflow.DEFAULT_VERSION, 1) == 1;
    }

    private LocalActivityInput<R> local(ActivityInput<R> input) {
        Header header =
                InlineAttemptHeader.with(PacingHeader.with(input.getHeader(), policy), FirstTask.allowsAttempt());
        return new LocalActivityInput<>(
                isOfDestination(input) ? InlineDestinationActivities.DELIVER : input.getActivityName(),
                input.getResultClass(),
                input.getResultType(),
                input.getArgs(),
                LocalActivityOptions.newBuilder()
                        .setSummary(input.getOptions().getSummary())
                        .setStartToCloseTimeout(input.getOptions().getStartToCloseTimeout())
                        .setRetryOptions(ONCE)
                        .setDoNotIncludeArgumentsIntoMarker(true)
                        .build(),
                header);
    }

    private static boolean isOfDestination(ActivityInput<?> input) {
        String taskQueue = input.getOptions().getTaskQueue();
        return taskQueue != null
                && DestinationQueues.destination(taskQueue).isPresent()
                && input.getActivityName().equals(DestinationActivities.DELIVER);
    }

    // Empty if no attempt was made. Any other exception is of the application's codec, which could not read the result
    // or
    // the failure now: it passes, so that the task is repeated.
    private static Optional<FirstFailure> firstFailure(RuntimeException failure, Duration took) {
        if (!(failure instanceof TemporalFailure)) {
            throw failure;
        }
        Throwable cause =
                failure instanceof ActivityFailure && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CanceledFailure) {
            throw failure;
        }
        if (NoAttempt.isSaidBy(cause)) {
            return Optional.empty();
        }
        return Optional.of(
                cause instanceof TimeoutFailure ? FirstFailure.timedOut(took) : FirstFailure.of(cause, took));
    }

    private static Duration since(long begin) {
        return Duration.ofMillis(Workflow.currentTimeMillis() - begin);
    }
}
