package dev.durahook.workflows.policy;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Adds the wait that the pacing wants before the next attempt to the failure of an attempt. */
final class PacedAttempts extends ActivityInboundCallsInterceptorBase {

    private @Nullable ActivityInfo info;

    PacedAttempts(ActivityInboundCallsInterceptor next) {
        super(next);
    }

    @Override
    public void init(ActivityExecutionContext context) {
        info = context.getInfo();
        super.init(context);
    }

    @Override
    public ActivityOutput execute(ActivityInput input) {
        Pacing pacing = PacingHeader.read(input.getHeader()).orElse(null);
        try {
            return AttemptPolicy.during(pacing, () -> super.execute(input));
        } catch (RuntimeException | Error failure) {
            ActivityInfo attempt = Objects.requireNonNull(info);
            throw FailedAttempt.of(failure, attempt.getAttempt(), delay(pacing, attempt));
        }
    }

    private static @Nullable Duration delay(@Nullable Pacing pacing, ActivityInfo attempt) {
        return pacing == null || !pacing.asksForWaits()
                ? null
                : pacing.after(
                        attempt.getAttempt(), () -> Backoff.of(attempt.getRetryOptions()), ThreadLocalRandom.current());
    }
}
