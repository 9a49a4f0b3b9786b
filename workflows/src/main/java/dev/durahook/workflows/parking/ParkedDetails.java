package dev.durahook.workflows.parking;

import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the Web UI says of a parked or discarded event, in Markdown. */
final class ParkedDetails {

    // A failure's message may be a whole page of HTML.
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
                """.formatted(step, describe(failure.getCause()), now());
    }

    static String discarded(String step, ActivityFailure failure, String reason) {
        return """
                **Discarded: %s**

                - Step: %s
                - Failure: %s
                - Discarded at: %s
                """.formatted(oneLine(reason), step, describe(failure.getCause()), now());
    }

    // The cause's own getMessage() reads "message='...', type='...'"; a person wants the original.
    private static String describe(@Nullable Throwable cause) {
        if (cause instanceof ApplicationFailure application) {
            return oneLine(application.getOriginalMessage()) + " (`" + application.getType() + "`)";
        }
        if (cause instanceof TimeoutFailure timeout) {
            return "it took longer than `" + key(timeout.getTimeoutType()) + "`" + earlier(timeout);
        }
        return oneLine(String.valueOf(cause));
    }

    // What failed before time ran out tells more than that it ran out.
    private static String earlier(TimeoutFailure timeout) {
        return timeout.getCause() instanceof ApplicationFailure failure ? "; before that: " + describe(failure) : "";
    }

    // The name under which the time-out is declared.
    private static String key(TimeoutType type) {
        return type.name()
                        .replaceFirst("^TIMEOUT_TYPE_", "")
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-') + "-timeout";
    }

    // A line feed would end the item of the list that it stands in.
    private static String oneLine(String message) {
        String line = message.strip().replaceAll("\\s+", " ");
        return line.length() <= MESSAGE_LIMIT ? line : line.substring(0, wholeCharacters(line)) + "…";
    }

    private static int wholeCharacters(String line) {
        return Character.isHighSurrogate(line.charAt(MESSAGE_LIMIT - 1)) ? MESSAGE_LIMIT - 1 : MESSAGE_LIMIT;
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis()).truncatedTo(ChronoUnit.SECONDS);
    }
}
