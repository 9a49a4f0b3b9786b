package dev.durahook.worker.delivery;

import io.temporal.activity.ActivityInfo;
import io.temporal.common.RetryOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One of Temporal's attempts.
 *
 * @param number counted from 1
 * @param timeLeft how long it may go on: Temporal starts the next one when the policy's time is up, and two at a time
 *     are one too many
 * @param backoff what the policy waits before the next one
 */
record Attempt(int number, Duration timeLeft, Duration backoff) {

    // The rest is for the way back to Temporal.
    private static final double SHARE_OF_TIMEOUT = 0.9;
    // Temporal's own default where a policy has no longest interval.
    private static final int DEFAULT_MAXIMUM_FACTOR = 100;

    static Attempt of(ActivityInfo info) {
        return new Attempt(
                info.getAttempt(),
                times(info.getStartToCloseTimeout(), SHARE_OF_TIMEOUT),
                backoff(info.getRetryOptions(), info.getAttempt()));
    }

    static Duration backoff(@Nullable RetryOptions options, int attempt) {
        if (options == null || options.getInitialInterval() == null) {
            return Duration.ZERO;
        }
        Duration initial = options.getInitialInterval();
        Duration maximum = options.getMaximumInterval() == null
                ? initial.multipliedBy(DEFAULT_MAXIMUM_FACTOR)
                : options.getMaximumInterval();
        double factor = Math.pow(options.getBackoffCoefficient(), attempt - 1.0);
        return factor * initial.toMillis() >= maximum.toMillis() ? maximum : times(initial, factor);
    }

    private static Duration times(Duration duration, double factor) {
        return Duration.ofMillis(Math.round(duration.toMillis() * factor));
    }
}
