package dev.durahook.worker;

import dev.durahook.workflows.policy.RetryPolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A policy as it is declared under {@code durahook.policies.<name>}. What is left out has the value of the shipped
 * default, which goes on for about six hours.
 *
 * @param initialInterval wait before the second attempt
 * @param backoffCoefficient each wait is this many times the one before; 1 or more
 * @param maximumInterval the longest wait between two attempts
 * @param maximumAttempts attempts in all, the first included; 0 for no limit
 * @param startToCloseTimeout the longest that one attempt may take
 * @param scheduleToCloseTimeout the longest that all attempts may take together; no limit if left out
 * @param nonRetryableErrorTypes failure types that end the step at once and park the event
 */
record PolicyProperties(
        @DefaultValue("10s") Duration initialInterval,
        @DefaultValue("2") double backoffCoefficient,
        @DefaultValue("30m") Duration maximumInterval,
        @DefaultValue("20") int maximumAttempts,
        @DefaultValue("1m") Duration startToCloseTimeout,
        @Nullable Duration scheduleToCloseTimeout,
        @DefaultValue List<String> nonRetryableErrorTypes) {

    static PolicyProperties defaults() {
        return new PolicyProperties(
                Duration.ofSeconds(10), 2, Duration.ofMinutes(30), 20, Duration.ofMinutes(1), null, List.of());
    }

    RetryPolicy toPolicy() {
        return new RetryPolicy(
                initialInterval,
                backoffCoefficient,
                maximumInterval,
                maximumAttempts,
                startToCloseTimeout,
                scheduleToCloseTimeout,
                nonRetryableErrorTypes);
    }
}
