package dev.durahook.workflows.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The part of a policy that an attempt has to know. The pacing travels with the activity, because servers differ in
 * which of an activity's options they report: the in-memory server reports nothing of the retry policy.
 *
 * @param jitter the largest part of a wait by which it is made shorter or longer, from 0 to 1
 * @param delays the waits one by one, the last one for all that follow; empty if the waits follow the backoff
 * @param backoff the waits if {@code delays} is empty; absent if an older worker has scheduled the activity
 * @param startToCloseTimeout the longest that one attempt may take; absent if an older worker has scheduled the
 *     activity
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

    /** Whether the policy has waits that Temporal's own backoff can't make. */
    boolean asksForWaits() {
        return jitter > 0 || !delays.isEmpty();
    }

    /**
     * The wait after a failed attempt, with jitter.
     *
     * @param attempt the number of the failed attempt, counted from 1
     * @param reported the backoff that the server reports; read only if no backoff travelled with the activity
     */
    Duration after(int attempt, Supplier<Backoff> reported, RandomGenerator chance) {
        double factor = 1 + jitter * (2 * chance.nextDouble() - 1);
        return Duration.ofMillis(Math.max(1, Math.round(after(attempt, reported).toMillis() * factor)));
    }

    /** The wait after a failed attempt, without jitter. */
    Duration after(int attempt, Supplier<Backoff> reported) {
        if (delays.isEmpty()) {
            return (backoff == null ? reported.get() : backoff).after(attempt);
        }
        return delays.get(Math.min(attempt, delays.size()) - 1);
    }
}
