package dev.durahook.worker.destination;

import dev.durahook.worker.destination.kind.Attempt;
import dev.durahook.worker.destination.kind.DeclaredDestination;
import dev.durahook.worker.destination.kind.DestinationException;
import dev.durahook.worker.destination.kind.OneLine;
import dev.durahook.worker.failure.Redaction;
import dev.durahook.workflows.destination.DestinationFailure;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the failures that Temporal receives if a destination did not accept an event. */
final class DestinationFailures {

    private DestinationFailures() {}

    /**
     * Returns the failure of an attempt.
     *
     * @param hidden values that the failure must not show
     */
    static ApplicationFailure of(DestinationException e, Set<String> hidden, Attempt attempt) {
        String message = Redaction.of(hidden).apply(String.valueOf(e.getMessage()));
        return build(e.failure(), message, wait(e, attempt));
    }

    /** Returns the failure for a destination that is not declared. */
    static ApplicationFailure unknown(String name) {
        String shown = OneLine.of(name);
        return build(
                DestinationFailure.UNKNOWN,
                "No destination '" + shown + "': declare " + DeclaredDestination.GROUP + "." + shown
                        + " in the worker's configuration",
                null);
    }

    // A destination may ask for a shorter wait than the policy's. That wait is ignored, because it would use up in a
    // short time the attempts that the policy means for hours.
    private static @Nullable Duration wait(DestinationException e, Attempt attempt) {
        return e.askedWait()
                .filter(wait -> e.failure().isRetryable() && wait.compareTo(attempt.backoff()) > 0)
                .orElse(null);
    }

    private static ApplicationFailure build(DestinationFailure failure, String message, @Nullable Duration wait) {
        ApplicationFailure.Builder builder = ApplicationFailure.newBuilder()
                .setMessage(message)
                .setType(failure.type())
                .setNonRetryable(!failure.isRetryable());
        return (wait == null ? builder : builder.setNextRetryDelay(wait)).build();
    }
}
