package dev.durahook.worker.policy;

import dev.durahook.workflows.policy.RetryPolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A policy as it is declared under {@code durahook.policies.<name>}. A key that is left out has the value of the
 * shipped default, which retries for about six hours.
 *
 * @param initialInterval the wait before the second attempt
 * @param backoffCoefficient each wait is the previous wait times this factor; 1 or more
 * @param maximumInterval the longest wait between two attempts
 * @param maximumAttempts attempts in all, the first included; 0 for no limit; 20 if left out, or one more than there
 *     are delays
 * @param startToCloseTimeout the longest that one attempt may take
 * @param scheduleToCloseTimeout the longest that all attempts may take together; no limit if left out
 * @param nonRetryableErrorTypes failure types that end the step at once and park the event
 * @param heartbeatTimeout the longest time between two heartbeats of an attempt before the attempt counts as lost; no
 *     limit if left out
 * @param jitter the largest part by which each wait is randomly made shorter or longer, from 0 to 1
 * @param delays the waits one by one, instead of intervals and coefficient; the last delay is repeated for all further
 *     attempts
 * @param parkTimeout the longest that a parked event waits for a decision, before it is discarded; no limit if left out
 * @param inlineFirstAttempt whether the worker may make the first attempt of a step inside the event's first workflow
 *     task, which halves the cost of an event that succeeds at once. The worker does so only without
 *     {@code heartbeat-timeout} and with a {@code start-to-close-timeout} of at most a minute
 */
record PolicyProperties(
        @DefaultValue("10s") Duration initialInterval,
        @DefaultValue("2") double backoffCoefficient,
        @DefaultValue("30m") Duration maximumInterval,
        @Nullable Integer maximumAttempts,
        @DefaultValue("1m") Duration startToCloseTimeout,
        @Nullable Duration scheduleToCloseTimeout,
        @DefaultValue List<String> nonRetryableErrorTypes,
        @Nullable Duration heartbeatTimeout,
        @DefaultValue("0.1") double jitter,
        @DefaultValue List<Duration> delays,
        @Nullable Duration parkTimeout,
        @DefaultValue("true") boolean inlineFirstAttempt) {

    private static final int DEFAULT_ATTEMPTS = 20;

    // Protocol Buffers, and so Temporal, support no duration over 10,000 years. With a longer one the workflow task
    // would fail again and again.
    private static final Duration LONGEST = Duration.ofDays(36_500);

    // Temporal gets whole milliseconds. It refuses an attempt of 0 ms again and again, and takes 0 for no limit
    // elsewhere.
    private static final Duration SHORTEST = Duration.ofMillis(1);

    /** Returns a policy in which every key has its default. */
    static PolicyProperties defaults() {
        return new Binder(List.of()).bindOrCreate("default", PolicyProperties.class);
    }

    RetryPolicy toPolicy() {
        requireInRange("initial-interval", initialInterval);
        requireInRange("maximum-interval", maximumInterval);
        requireInRange("start-to-close-timeout", startToCloseTimeout);
        requireInRange("schedule-to-close-timeout", scheduleToCloseTimeout);
        requireInRange("heartbeat-timeout", heartbeatTimeout);
        requireInRange("park-timeout", parkTimeout);
        delays.forEach(delay -> requireInRange("delays", delay));
        return new RetryPolicy(
                initialInterval,
                backoffCoefficient,
                maximumInterval,
                attempts(),
                startToCloseTimeout,
                scheduleToCloseTimeout,
                nonRetryableErrorTypes,
                heartbeatTimeout,
                jitter,
                delays,
                parkTimeout,
                inlineFirstAttempt,
                inlineFirstAttempt,
                null);
    }

    // The policy itself refuses durations that are not positive.
    private static void requireInRange(String key, @Nullable Duration duration) {
        if (duration == null || duration.isZero() || duration.isNegative()) {
            return;
        }
        if (duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(key + " must not be longer than " + LONGEST.toDays() + "d");
        }
        if (duration.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(key + " must be 1ms or longer");
        }
    }

    private int attempts() {
        if (maximumAttempts != null) {
            return maximumAttempts;
        }
        return delays.isEmpty() ? DEFAULT_ATTEMPTS : delays.size() + 1;
    }
}
