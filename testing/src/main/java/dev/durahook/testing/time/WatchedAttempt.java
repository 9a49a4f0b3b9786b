package dev.durahook.testing.time;

import dev.durahook.workflows.interception.AttemptInterceptor;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import org.jspecify.annotations.Nullable;

/** Records when an attempt began and ended, and how it ended. */
final class WatchedAttempt extends AttemptInterceptor {

    // The prefix of Durahook's own activities, by which workflows ask for the configuration.
    private static final String OWN = "durahook.";

    private final SkippingClock clock;
    private final RecordedAttempts attempts;

    WatchedAttempt(ActivityInboundCallsInterceptor next, SkippingClock clock, RecordedAttempts attempts) {
        super(next);
        this.clock = clock;
        this.attempts = attempts;
    }

    @Override
    public ActivityOutput execute(ActivityInput input) {
        ActivityInfo attempt = context().getInfo();
        return attempt.getActivityType().startsWith(OWN) ? super.execute(input) : execute(input, attempt);
    }

    private ActivityOutput execute(ActivityInput input, ActivityInfo attempt) {
        Moment started = clock.begin();
        try {
            ActivityOutput output = super.execute(input);
            add(attempt, started, null);
            return output;
        } catch (RuntimeException | Error failure) {
            add(attempt, started, failure.toString());
            throw failure;
        }
    }

    private void add(ActivityInfo attempt, Moment started, @Nullable String failure) {
        attempts.add(new RecordedAttempt(
                attempt.getWorkflowId(),
                attempt.getActivityType(),
                attempt.getWorkflowRunId() + attempt.getActivityId(),
                started,
                clock.end(),
                failure));
        clock.stop();
    }
}
