package dev.durahook.workflows.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.temporal.common.RetryOptions;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exponential backoff, calculated as the server calculates it.
 *
 * @param initialInterval the first wait
 * @param coefficient each wait is this many times the wait before
 * @param maximumInterval the longest wait
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Backoff(Duration initialInterval, double coefficient, Duration maximumInterval) {

    // Temporal's own default if a policy has no longest interval.
    private static final int DEFAULT_MAXIMUM_FACTOR = 100;

    static Backoff of(RetryPolicy policy) {
        return new Backoff(policy.initialInterval(), policy.backoffCoefficient(), policy.maximumInterval());
    }

    /** The backoff of the retry options that the server reports, each of which may be missing. */
    static Backoff of(@Nullable RetryOptions reported) {
        RetryOptions options = RetryOptions.newBuilder(reported).validateBuildWithDefaults();
        Duration initial = options.getInitialInterval();
        return new Backoff(
                initial,
                options.getBackoffCoefficient(),
                Objects.requireNonNullElse(options.getMaximumInterval(), initial.multipliedBy(DEFAULT_MAXIMUM_FACTOR)));
    }

    /**
     * The wait after a failed attempt.
     *
     * @param attempt the number of the failed attempt, counted from 1
     */
    Duration after(int attempt) {
        double wait = millis(initialInterval) * Math.pow(coefficient, attempt - 1.0);
        return Duration.ofMillis((long) Math.min(wait, millis(maximumInterval)));
    }

    // Parts of a millisecond count: otherwise a backoff that begins with less than a millisecond would stay 0.
    private static double millis(Duration duration) {
        return duration.toSeconds() * 1e3 + duration.toNanosPart() / 1e6;
    }
}
