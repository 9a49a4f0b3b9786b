package dev.durahook.workflows.handling;

import io.temporal.failure.ApplicationFailure;
import java.time.Duration;

/**
 * Creates the failures with which a handler decides on further attempts. After any other exception, the event is tried
 * again under the policy.
 */
public final class Failures {

    /** The failure type of {@link #refused}. */
    public static final String REFUSED = "Refused";

    /** The failure type of {@link #retryIn}. */
    public static final String RETRY_LATER = "RetryLater";

    private Failures() {}

    /** Creates a failure after which no further attempt can succeed: the event is parked at once. */
    public static ApplicationFailure refused(String message) {
        return ApplicationFailure.newNonRetryableFailure(message, REFUSED);
    }

    /**
     * Creates a failure after which the next attempt is made after this delay, instead of the policy's wait. The failed
     * attempt counts as an attempt.
     */
    public static ApplicationFailure retryIn(Duration delay, String message) {
        return ApplicationFailure.newBuilder()
                .setMessage(message)
                .setType(RETRY_LATER)
                .setNextRetryDelay(delay)
                .setDetails()
                .build();
    }
}
