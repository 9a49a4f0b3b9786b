package dev.durahook.testing.processing;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records when an attempt began and ended, and how it ended. */
final class WatchedAttempt extends ActivityInboundCallsInterceptorBase {

    // The prefix of Durahook's own activities, by which workflows ask for the configuration.
    private static final String OWN = "durahook.";

    private final Clock clock;
    private final Attempts attempts;
    private @Nullable ActivityInfo info;

    WatchedAttempt(ActivityInboundCallsInterceptor next, Clock clock, Attempts attempts) {
        super(next);
        this.clock = clock;
        this.attempts = attempts;
    }

    @Override
    public void init(ActivityExecutionContext context) {
        info = context.getInfo();
        super.init(context);
    }

    @Override
    public ActivityOutput execute(ActivityInput input) {
        ActivityInfo attempt = Objects.requireNonNull(info);
        return attempt.getActivityType().startsWith(OWN) ? super.execute(input) : execute(input, attempt);
    }

    private ActivityOutput execute(ActivityInput input, ActivityInfo attempt) {
        Instant started = clock.now();
        try {
            ActivityOutput output = super.execute(input);
            add(attempt, started, null);
            return output;
        } catch (RuntimeException | Error failure) {
            add(attempt, started, failure.toString());
            throw failure;
        }
    }

    private void add(ActivityInfo attempt, Instant started, @Nullable String failure) {
        attempts.add(new Attempt(
                attempt.getWorkflowId(),
                attempt.getActivityType(),
                attempt.getWorkflowRunId() + attempt.getActivityId(),
                started,
                clock.now(),
                failure));
        clock.stop();
    }
}
