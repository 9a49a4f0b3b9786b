package dev.durahook.workflows.parking;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What the Web UI says of a parked or discarded event, in Markdown. */
final class ParkedDetails {

    // The details hold 20 kB; a failure's message may be a whole page of HTML.
    private static final int MESSAGE_LIMIT = 2_000;

    private ParkedDetails() {}

    static String of(String step, ActivityFailure failure) {
        return """
                **Parked: this event waits for your decision.**

                - Step: %s
                - Failure: %s
                - Parked at: %s

                Send the signal `retry` to run the step again, or `discard` with a reason (a JSON string) to give the \
                event up.
                """.formatted(step, describe(failure), now());
    }

    static String discarded(String step, ActivityFailure failure, String reason) {
        return """
                **Discarded: %s**

                - Step: %s
                - Failure: %s
                - Discarded at: %s
                """.formatted(cut(reason), step, describe(failure), now());
    }

    // The cause's own getMessage() reads "message='...', type='...'"; a person wants the original.
    private static String describe(ActivityFailure failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof ApplicationFailure application) {
            return cut(application.getOriginalMessage()) + " (`" + application.getType() + "`)";
        }
        if (cause instanceof TimeoutFailure timeout) {
            return "timed out (" + timeout.getTimeoutType() + ")";
        }
        return cut(String.valueOf(cause));
    }

    private static String cut(String message) {
        return message.length() <= MESSAGE_LIMIT ? message : message.substring(0, MESSAGE_LIMIT) + "…";
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis()).truncatedTo(ChronoUnit.SECONDS);
    }
}
