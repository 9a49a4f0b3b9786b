package dev.durahook.workflows.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.temporal.common.RetryOptions;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The part of a policy that Temporal's own backoff can't do. It travels with the activity, and the attempt that fails
 * asks for the wait before the next.
 *
 * @param jitter by which part of it each wait is made shorter or longer, from 0 to 1
 * @param delays the waits one by one, the last one for all that follow; empty for the backoff of the options
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Pacing(double jitter, List<Duration> delays) {

    /**
     * The wait after a failed attempt.
     *
     * @param attempt the one that failed, counted from 1
     */
    Duration after(int attempt, RetryOptions options, RandomGenerator chance) {
        double factor = 1 + jitter * (2 * chance.nextDouble() - 1);
        return Duration.ofMillis(Math.max(1, Math.round(wait(attempt, options).toMillis() * factor)));
    }

    private Duration wait(int attempt, RetryOptions options) {
        return delays.isEmpty() ? backoff(attempt, options) : delays.get(Math.min(attempt, delays.size()) - 1);
    }

    // As the server reckons it.
    private static Duration backoff(int attempt, RetryOptions options) {
        double millis =
                options.getInitialInterval().toMillis() * Math.pow(options.getBackoffCoefficient(), attempt - 1);
        return Duration.ofMillis(
                (long) Math.min(millis, (double) options.getMaximumInterval().toMillis()));
    }
}
