package dev.durahook.testing.processing;

import dev.durahook.workflows.policy.RetryPolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy with the keys of {@code durahook.policies.<name>}. Every key that is not set has the value of the {@code
 * default} that the worker ships, twenty attempts in about six hours, but without jitter, because a test could not
 * predict the waits.
 */
public final class TestPolicy {

    private final int maximumAttempts;
    private Duration initialInterval = Duration.ofSeconds(10);
    private double backoffCoefficient = 2;
    private Duration maximumInterval = Duration.ofMinutes(30);
    private Duration startToCloseTimeout = Duration.ofMinutes(1);
    private @Nullable Duration scheduleToCloseTimeout;
    private List<String> nonRetryableErrorTypes = List.of();
    private @Nullable Duration heartbeatTimeout;
    private double jitter;
    private List<Duration> delays = List.of();
    private @Nullable Duration parkTimeout;

    private TestPolicy(int maximumAttempts) {
        this.maximumAttempts = maximumAttempts;
    }

    /** The default that the worker ships. */
    public static TestPolicy shipped() {
        return attempts(20);
    }

    /** {@code maximum-attempts}: the number of attempts in all; 0 for no limit. */
    public static TestPolicy attempts(int maximumAttempts) {
        return new TestPolicy(maximumAttempts);
    }

    /** {@code initial-interval}: the wait before the second attempt. */
    public TestPolicy initialInterval(Duration interval) {
        initialInterval = interval;
        return this;
    }

    /** {@code backoff-coefficient}: each wait is this many times the wait before. */
    public TestPolicy backoffCoefficient(double coefficient) {
        backoffCoefficient = coefficient;
        return this;
    }

    /** {@code maximum-interval}: the longest wait; must not be shorter than {@code initial-interval}. */
    public TestPolicy maximumInterval(Duration interval) {
        maximumInterval = interval;
        return this;
    }

    /** {@code delays}: the waits one by one, the last one for all that follow. */
    public TestPolicy delays(Duration... waits) {
        delays = List.of(waits);
        return this;
    }

    /** {@code jitter}: the largest part of a wait by which it is made longer or shorter, from 0 to 1. */
    public TestPolicy jitter(double part) {
        jitter = part;
        return this;
    }

    /** {@code non-retryable-error-types}: failures that park the event at once. */
    public TestPolicy nonRetryableErrorTypes(String... types) {
        nonRetryableErrorTypes = List.of(types);
        return this;
    }

    /** {@code start-to-close-timeout}: the longest that one attempt may take. This time is not skipped. */
    public TestPolicy startToCloseTimeout(Duration timeout) {
        startToCloseTimeout = timeout;
        return this;
    }

    /** {@code schedule-to-close-timeout}: the longest that all attempts may take together. */
    public TestPolicy scheduleToCloseTimeout(Duration timeout) {
        scheduleToCloseTimeout = timeout;
        return this;
    }

    /** {@code heartbeat-timeout}: the longest time between two heartbeats of an attempt. This time is not skipped. */
    public TestPolicy heartbeatTimeout(Duration timeout) {
        heartbeatTimeout = timeout;
        return this;
    }

    /** {@code park-timeout}: the longest that a parked event waits, before it is discarded. */
    public TestPolicy parkTimeout(Duration timeout) {
        parkTimeout = timeout;
        return this;
    }

    RetryPolicy declared() {
        return new RetryPolicy(
                initialInterval,
                backoffCoefficient,
                maximumInterval,
                maximumAttempts,
                startToCloseTimeout,
                scheduleToCloseTimeout,
                nonRetryableErrorTypes,
                heartbeatTimeout,
                jitter,
                delays,
                parkTimeout);
    }
}
