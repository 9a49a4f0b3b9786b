package dev.durahook.workflows.attempt;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.temporal.client.ActivityCompletionException;
import io.temporal.common.converter.DataConverterException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.serviceclient.CheckedExceptionWrapper;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The number of the attempt that failed, as the detail of its failure. Temporal counts attempts and shows the number in
 * the Web UI, but does not tell the workflow.
 *
 * @param attempt the number of the attempt, counted from 1
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FailedAttempt(int attempt) {

    /** The number of the attempt that ended in this failure, if the failure carries it. */
    public static Optional<Integer> in(ApplicationFailure failure) {
        if (failure.getDetails().getSize() != 1) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(failure.getDetails().get(0, FailedAttempt.class))
                    .map(FailedAttempt::attempt)
                    .filter(attempt -> attempt > 0);
        } catch (DataConverterException detailOfTheAuthorsOwn) {
            return Optional.empty();
        }
    }

    /**
     * Turns an attempt's failure into the failure that is reported to Temporal, with the attempt's number and the wait
     * before the next attempt. Temporal refuses the report of any failure but an {@code ApplicationFailure}, such as one of a
     * time-out, and then waits until the attempt's own time is over.
     *
     * @param delay the wait before the next attempt; null if Temporal's own backoff applies
     */
    public static RuntimeException of(Throwable failure, int attempt, @Nullable Duration delay) {
        Throwable thrown = CheckedExceptionWrapper.unwrap(failure);
        if (thrown instanceof ApplicationFailure application) {
            return delay == null ? application : delayed(application, delay);
        }
        if (thrown instanceof CanceledFailure cancelled) {
            return cancelled;
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

    // An exception may build its message only when the message is read, and fail at that.
    private static @Nullable String message(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (RuntimeException | Error e) {
            return "its message can't be read: " + e.getClass().getName();
        }
    }

    // A delay that the failure itself asks for has priority.
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
