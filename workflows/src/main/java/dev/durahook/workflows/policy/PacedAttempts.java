package dev.durahook.workflows.policy;

import dev.durahook.workflows.attempt.FailedAttempt;
import dev.durahook.workflows.interception.AttemptInterceptor;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Adds the wait that the pacing wants before the next attempt to the failure of an attempt. */
final class PacedAttempts extends AttemptInterceptor {

    PacedAttempts(ActivityInboundCallsInterceptor next) {
        super(next);
    }

    @Override
    public ActivityOutput execute(ActivityInput input) {
        Pacing pacing = PacingHeader.read(input.getHeader()).orElse(null);
        try {
            return AttemptPolicy.during(pacing, () -> super.execute(input));
        } catch (RuntimeException | Error failure) {
            ActivityInfo attempt = context().getInfo();
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
