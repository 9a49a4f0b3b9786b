package dev.durahook.workflows.parking;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.durahook.workflows.policy.FailedAttempt;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.routing.StepKey;
import dev.durahook.workflows.text.Quote;
import io.temporal.api.enums.v1.RetryState;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step that waits for a decision, as an operator is told of it.
 *
 * @param step what failed, as a person would call it
 * @param failure how, in one line
 * @param attempts how many there were, where it is known
 * @param policy the policy that was exhausted, in words
 * @param since when it was parked
 * @param timeout the longest that it waits, before it is discarded; no limit if absent
 * @param key by what signals find it; absent if an older worker has written this
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ParkedStep(
        String step,
        String failure,
        @Nullable Integer attempts,
        @Nullable String policy,
        Instant since,
        @Nullable Duration timeout,
        @Nullable String key) {

    /** A step of which no attempt can be made. Only for workflow code. */
    public static ParkedStep of(String key, String step, String failure) {
        return new ParkedStep(step, failure, null, null, now(), null, key);
    }

    /** A step of which no attempt can be made, by the type of the failure and its message. Only for workflow code. */
    public static ParkedStep because(String key, String step, String type, String message) {
        return of(key, step, FailureText.of(message, type));
    }

    /** A step of which no attempt is counted. Only for workflow code. */
    public static ParkedStep of(String key, String step, TemporalFailure failure) {
        return of(key, step, FailureText.of(failure));
    }

    /** A step whose activity failed for good. Only for workflow code. */
    public static ParkedStep of(
            String key, String step, String policyName, RetryPolicy policy, ActivityFailure failure) {
        return new ParkedStep(
                step,
                FailureText.of(failure),
                attempts(policy, failure).orElse(null),
                Quote.of(policyName) + ": " + policy.describe(),
                now(),
                policy.parkTimeout(),
                key);
    }

    /** Whether it is meant by this key, or by what an operator reads of it. */
    public boolean isAt(String keyOrTitle) {
        String own = keyOrOld();
        return own.equals(keyOrTitle) || step.equals(keyOrTitle) || own.equals(StepKey.of(keyOrTitle));
    }

    /** The same step as it is named now. */
    public ParkedStep named(String key, String title) {
        return new ParkedStep(title, failure, attempts, policy, since, timeout, key);
    }

    /** By what it is named in a signal. */
    String keyOrOld() {
        return key == null ? StepKey.of(step) : key;
    }

    private static Optional<Integer> attempts(RetryPolicy policy, ActivityFailure failure) {
        if (failure.getRetryState() == RetryState.RETRY_STATE_MAXIMUM_ATTEMPTS_REACHED) {
            return Optional.of(policy.maximumAttempts());
        }
        return failure.getCause() instanceof ApplicationFailure application
                ? FailedAttempt.in(application)
                : Optional.empty();
    }

    /** How much longer it waits, perhaps no longer at all; no limit if absent. Only for workflow code. */
    @Nullable
    Duration remaining() {
        if (timeout == null) {
            return null;
        }
        Duration left = Duration.between(now(), since.plus(timeout));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis());
    }
}
