package dev.durahook.workflows.policy;

import io.temporal.activity.LocalActivityOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Policies as workflow code sees them: asked for by name, recorded once asked. */
public final class Policies {

    // Without one of maximumAttempts and scheduleToCloseTimeout a local activity is not retried at all.
    private static final LocalActivityOptions UNTIL_ANSWERED = LocalActivityOptions.newBuilder()
            .setStartToCloseTimeout(Duration.ofSeconds(10))
            .setScheduleToCloseTimeout(Duration.ofDays(365))
            .setSummary("Read the configuration")
            .build();

    private Policies() {}

    /** The policy of this name. Only for workflow code. */
    public static RetryPolicy named(String name) {
        return Workflow.newLocalActivityStub(PolicyActivities.class, localOptions())
                .policy(name);
    }

    /** How workflow code asks the worker: until it answers, because a worker with a better configuration may come. */
    public static LocalActivityOptions localOptions() {
        return UNTIL_ANSWERED;
    }
}
