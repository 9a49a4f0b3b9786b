package dev.durahook.workflows.parking;

import dev.durahook.workflows.text.Excerpt;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TimeoutFailure;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A failure in one line of Markdown. */
final class FailureText {

    private FailureText() {}

    // The cause's own getMessage() reads "message='...', type='...'"; a person wants the original.
    static String of(@Nullable Throwable cause) {
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
        return timeout.getCause() instanceof ApplicationFailure failure ? "; before that: " + of(failure) : "";
    }

    // The name under which the time-out is declared.
    private static String key(TimeoutType type) {
        return type.name()
                        .replaceFirst("^TIMEOUT_TYPE_", "")
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-') + "-timeout";
    }

    // A line feed would end the item of the list that it stands in.
    static String oneLine(String message) {
        return Excerpt.of(message.strip().replaceAll("\\s+", " "));
    }
}
