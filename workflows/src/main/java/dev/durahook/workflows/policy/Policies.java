package dev.durahook.workflows.policy;

import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads policies for workflow code, by name. The history records each policy that is read. */
public final class Policies {

    // A local activity without maximumAttempts or scheduleToCloseTimeout is not retried at all. The SDK measures
    // scheduleToCloseTimeout by the worker's clock, and a clock that jumps would end the retries. At this interval the
    // attempts take 30 days. Each adds six events to the history, and Temporal allows some fifty thousand.
    private static final LocalActivityOptions UNTIL_ANSWERED = LocalActivityOptions.newBuilder()
            .setStartToCloseTimeout(Duration.ofSeconds(15))
            .setRetryOptions(RetryOptions.newBuilder()
                    .setMaximumInterval(Duration.ofMinutes(10))
                    .setMaximumAttempts(30 * 24 * 6)
                    .build())
            .setSummary("Read the configuration")
            .build();

    // The longest attempt, and a moment for the plan.
    private static final LocalActivityOptions PLAN = LocalActivityOptions.newBuilder(UNTIL_ANSWERED)
            .setStartToCloseTimeout(RetryPolicy.LONGEST_INLINE_ATTEMPT.plusSeconds(15))
            .setDoNotIncludeArgumentsIntoMarker(true)
            .setSummary("Plan and first attempt")
            .build();

    private Policies() {}

    /**
     * The policy of this name. Only for workflow code.
     *
     * @throws io.temporal.failure.ActivityFailure if the worker knows no such policy
     */
    public static RetryPolicy named(String name) {
        return read(name, null);
    }

    /**
     * The policy of a destination, with its name. Workers of earlier versions have recorded the policy of the given name
     * instead, without a name. Only for workflow code.
     *
     * @param name the policy's name if the worker does not know the destination
     * @throws io.temporal.failure.ActivityFailure if the worker knows no such policy
     */
    public static RetryPolicy ofDestination(String destination, String name) {
        return read(name, destination);
    }

    private static RetryPolicy read(String name, @Nullable String destination) {
        return Workflow.newLocalActivityStub(PolicyActivities.class, localOptions())
                .policy(name, destination);
    }

    /**
     * The options of the local activity that makes the plan, and may make a first attempt. The history does not record
     * the event's body once more.
     */
    public static LocalActivityOptions planOptions() {
        return PLAN;
    }

    /**
     * The options of a local activity that asks the worker. The activity is tried until the worker answers, for about
     * 30 days, because a service that the worker needs for the answer may be down.
     */
    public static LocalActivityOptions localOptions() {
        return UNTIL_ANSWERED;
    }
}
