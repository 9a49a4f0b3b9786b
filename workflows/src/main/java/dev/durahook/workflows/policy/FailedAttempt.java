package dev.durahook.workflows.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.temporal.client.ActivityCompletionException;
import io.temporal.common.converter.DataConverterException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.serviceclient.CheckedExceptionWrapper;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which attempt it was that failed. Temporal counts them and tells the Web UI, but not the workflow, so the failure
 * carries it as its detail.
 *
 * @param attempt counted from 1
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FailedAttempt(int attempt) {

    /** The attempt that ended in this failure, if it says so. */
    public static Optional<Integer> in(ApplicationFailure failure) {
        if (failure.getDetails().getSize() != 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(failure.getDetails().get(0, FailedAttempt.class).attempt())
                    .filter(attempt -> attempt > 0);
        } catch (DataConverterException detailOfTheAuthorsOwn) {
            return Optional.empty();
        }
    }

    /**
     * An attempt's failure as Temporal is to see it.
     *
     * @param delay the wait before the next attempt, where the policy has one of its own
     */
    static RuntimeException of(Throwable failure, int attempt, @Nullable Duration delay) {
        Throwable thrown = CheckedExceptionWrapper.unwrap(failure);
        if (thrown instanceof ApplicationFailure application) {
            return delay == null ? application : delayed(application, delay);
        }
        if (thrown instanceof TemporalFailure temporal) {
            return temporal;
        }
        if (thrown instanceof ActivityCompletionException unwanted) {
            return unwanted;
        }
        return like(
                thrown,
                ApplicationFailure.newBuilder()
                        .setMessage(message(thrown))
                        .setType(thrown.getClass().getName())
                        .setDetails(new FailedAttempt(attempt))
                        .setNextRetryDelay(delay)
                        .setCause(thrown.getCause())
                        .build());
    }

    // An exception may make its message up when it is asked, and fail.
    private static @Nullable String message(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (RuntimeException | Error e) {
            return "its message can't be read: " + e.getClass().getName();
        }
    }

    // Who asks for a delay knows better.
    private static ApplicationFailure delayed(ApplicationFailure failure, Duration delay) {
        if (failure.isNonRetryable() || failure.getNextRetryDelay() != null) {
            return failure;
        }
        return like(
                failure,
                ApplicationFailure.newBuilder(failure)
                        .setNextRetryDelay(delay)
                        .setCause(failure.getCause())
                        .build());
    }

    private static ApplicationFailure like(Throwable thrown, ApplicationFailure failure) {
        failure.setStackTrace(thrown.getStackTrace());
        return failure;
    }
}
