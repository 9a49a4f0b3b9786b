package dev.durahook.workflows.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt has to know of its policy. It travels with the activity, because servers differ in what they hand back
 * of an activity's options: the one in memory hands back none of the retry policy.
 *
 * @param jitter by which part of it each wait is made shorter or longer, from 0 to 1
 * @param delays the waits one by one, the last one for all that follow; empty for a backoff
 * @param backoff the waits where there is no list of them; absent if an older worker has scheduled the activity
 * @param startToCloseTimeout the longest that one attempt may take; absent likewise
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
record Pacing(
        double jitter,
        List<Duration> delays,
        @Nullable Backoff backoff,
        @Nullable Duration startToCloseTimeout) {

    static Pacing of(RetryPolicy policy) {
        return new Pacing(policy.jitter(), policy.delays(), Backoff.of(policy), policy.startToCloseTimeout());
    }

    /** Whether there are waits that Temporal's own backoff can't make. */
    boolean asksForWaits() {
        return jitter > 0 || !delays.isEmpty();
    }

    /**
     * The wait after a failed attempt.
     *
     * @param attempt the one that failed, counted from 1
     * @param told the backoff as the server hands it back; asked for only if none travelled with the activity
     */
    Duration after(int attempt, Supplier<Backoff> told, RandomGenerator chance) {
        double factor = 1 + jitter * (2 * chance.nextDouble() - 1);
        return Duration.ofMillis(Math.max(1, Math.round(after(attempt, told).toMillis() * factor)));
    }

    /** The same without jitter. */
    Duration after(int attempt, Supplier<Backoff> told) {
        if (delays.isEmpty()) {
            return (backoff == null ? told.get() : backoff).after(attempt);
        }
        return delays.get(Math.min(attempt, delays.size()) - 1);
    }
}
