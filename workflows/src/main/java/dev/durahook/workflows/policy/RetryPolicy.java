package dev.durahook.workflows.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A declared policy. Every component has the meaning of the Temporal option of the same name.
 *
 * @param initialInterval wait before the second attempt
 * @param backoffCoefficient each wait is this many times the one before; 1 or more
 * @param maximumInterval the longest wait between two attempts
 * @param maximumAttempts attempts in all, the first included; 0 for no limit
 * @param startToCloseTimeout the longest that one attempt may take
 * @param scheduleToCloseTimeout the longest that all attempts may take together; none if absent
 * @param nonRetryableErrorTypes failure types that end the step at once
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RetryPolicy(
        Duration initialInterval,
        double backoffCoefficient,
        Duration maximumInterval,
        int maximumAttempts,
        Duration startToCloseTimeout,
        @Nullable Duration scheduleToCloseTimeout,
        List<String> nonRetryableErrorTypes) {

    public RetryPolicy {
        requirePositive(initialInterval, "initial-interval");
        requirePositive(startToCloseTimeout, "start-to-close-timeout");
        require(backoffCoefficient >= 1, "backoff-coefficient must be 1 or more");
        require(maximumInterval.compareTo(initialInterval) >= 0, "maximum-interval must not be under initial-interval");
        require(maximumAttempts >= 0, "maximum-attempts must be 0 (no limit) or more");
        if (scheduleToCloseTimeout != null) {
            requirePositive(scheduleToCloseTimeout, "schedule-to-close-timeout");
        }
        nonRetryableErrorTypes = orEmpty(nonRetryableErrorTypes);
    }

    /** The options of an activity that runs under this policy, to be given at the call. */
    public ActivityOptions toActivityOptions(String summary) {
        return ActivityOptions.newBuilder()
                .setSummary(summary)
                .setStartToCloseTimeout(startToCloseTimeout)
                .setScheduleToCloseTimeout(scheduleToCloseTimeout)
                .setRetryOptions(toRetryOptions())
                .build();
    }

    private RetryOptions toRetryOptions() {
        return RetryOptions.newBuilder()
                .setInitialInterval(initialInterval)
                .setBackoffCoefficient(backoffCoefficient)
                .setMaximumInterval(maximumInterval)
                .setMaximumAttempts(maximumAttempts)
                .setDoNotRetry(nonRetryableErrorTypes.toArray(String[]::new))
                .build();
    }

    private static List<String> orEmpty(@Nullable List<String> types) {
        return types == null ? List.of() : List.copyOf(types);
    }

    private static void requirePositive(Duration duration, String key) {
        require(duration.compareTo(Duration.ZERO) > 0, key + " must be longer than 0");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
