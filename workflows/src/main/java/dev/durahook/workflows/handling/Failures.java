package dev.durahook.workflows.handling;

import io.temporal.failure.ApplicationFailure;
import java.time.Duration;

/** Failures by which a handler says more than that it failed. Any other exception is tried again under the policy. */
public final class Failures {

    /** The type of {@link #refused}. */
    public static final String REFUSED = "Refused";

    /** The type of {@link #retryIn}. */
    public static final String RETRY_LATER = "RetryLater";

    private Failures() {}

    /** No further attempt can succeed: the event is parked at once. */
    public static ApplicationFailure refused(String message) {
        return ApplicationFailure.newNonRetryableFailure(message, REFUSED);
    }

    /** The next attempt is to be made after this time, instead of the policy's wait. It counts as an attempt. */
    public static ApplicationFailure retryIn(Duration delay, String message) {
        return ApplicationFailure.newBuilder()
                .setMessage(message)
                .setType(RETRY_LATER)
                .setNextRetryDelay(delay)
                .setDetails()
                .build();
    }
}
