package dev.durahook.workflows.policy;

import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Policies as workflow code sees them: asked for by name, recorded once asked. */
public final class Policies {

    // Without one of maximumAttempts and scheduleToCloseTimeout a local activity is not retried at all. Each attempt
    // adds six events to the history, of which Temporal allows some fifty thousand: two months' worth at this interval.
    private static final LocalActivityOptions UNTIL_ANSWERED = LocalActivityOptions.newBuilder()
            .setStartToCloseTimeout(Duration.ofSeconds(15))
            .setScheduleToCloseTimeout(Duration.ofDays(30))
            .setRetryOptions(RetryOptions.newBuilder()
                    .setMaximumInterval(Duration.ofMinutes(10))
                    .build())
            .setSummary("Read the configuration")
            .build();

    private Policies() {}

    /**
     * The policy of this name. Only for workflow code.
     *
     * @throws io.temporal.failure.ActivityFailure if the worker knows no such policy
     */
    public static RetryPolicy named(String name) {
        return Workflow.newLocalActivityStub(PolicyActivities.class, localOptions())
                .policy(name);
    }

    /** How workflow code asks the worker: until it answers, because what it has to ask in turn may be down. */
    public static LocalActivityOptions localOptions() {
        return UNTIL_ANSWERED;
    }
}
