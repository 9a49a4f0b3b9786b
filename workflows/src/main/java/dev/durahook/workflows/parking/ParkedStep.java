package dev.durahook.workflows.parking;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.durahook.workflows.attempt.FailedAttempt;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.routing.StepKey;
import dev.durahook.workflows.text.Excerpt;
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
 * A step that waits for an operator's decision, with what the operator has to know about it.
 *
 * @param step the title of the step that failed
 * @param failure why the step failed, in one line
 * @param attempts the number of attempts; absent if the number is not known
 * @param policy the policy that was exhausted, in words; absent if no attempt was made under a policy
 * @param since when the step was parked
 * @param timeout the longest that the step waits before it is discarded; no limit if absent
 * @param key the key by which signals refer to the step; absent if an older worker has written this record
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

    /** Parks a step of which no attempt can be made. Only for workflow code. */
    public static ParkedStep of(String key, String step, String failure) {
        return new ParkedStep(step, failure, null, null, now(), null, key);
    }

    /** Parks a step of which no attempt can be made, for a failure of this type and message. Only for workflow code. */
    public static ParkedStep because(String key, String step, String type, String message) {
        return of(key, step, FailureText.of(message, type));
    }

    /** Parks a step whose attempts are not counted. Only for workflow code. */
    public static ParkedStep of(String key, String step, TemporalFailure failure) {
        return of(key, step, FailureText.of(failure));
    }

    /** Parks a step whose activity has failed under this policy. Only for workflow code. */
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

    /** Whether this text is the key, the title or a former title of the step. */
    public boolean isAt(String keyOrTitle) {
        String own = keyOrDerived();
        return own.equals(keyOrTitle) || step.equals(keyOrTitle) || own.equals(StepKey.of(keyOrTitle));
    }

    /** Whether the other record is of the same step, perhaps under a former title. */
    boolean isSameAs(ParkedStep other) {
        return keyOrDerived().equals(other.keyOrDerived());
    }

    /** The same step under its current key and title. */
    public ParkedStep named(String key, String title) {
        return new ParkedStep(title, failure, attempts, policy, since, timeout, key);
    }

    /** The same step with at most this many UTF-16 code units of the failure. */
    public ParkedStep shortened(int limit) {
        return new ParkedStep(step, Excerpt.of(failure, limit), attempts, policy, since, timeout, key);
    }

    /**
     * The key by which signals refer to the step; derived from the title if an older worker has written this record.
     */
    String keyOrDerived() {
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

    /**
     * The time until the step is discarded, zero if that time has passed; null if there is no limit. Only for workflow
     * code.
     */
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
