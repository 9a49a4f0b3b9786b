package dev.durahook.workflows.parking;

import dev.durahook.workflows.text.Excerpt;
import dev.durahook.workflows.text.Quote;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.NexusOperationFailure;
import io.temporal.failure.TimeoutFailure;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a failure in one line of Markdown. Text that others wrote is quoted. */
final class FailureText {

    private static final int BRIEF = 200;

    private FailureText() {}

    /** The beginning of the failure's message, for a text that has to say more than this failure. */
    static String brief(@Nullable Throwable cause) {
        return cause instanceof ApplicationFailure application
                ? Quote.of(Objects.requireNonNullElse(application.getOriginalMessage(), ""), BRIEF)
                : Quote.of(String.valueOf(cause), BRIEF);
    }

    // getMessage() of a failure reads "message='...', type='...'"; a person wants the original message.
    static String of(@Nullable Throwable failure) {
        if (failure instanceof ApplicationFailure application) {
            return of(application.getOriginalMessage(), application.getType());
        }
        if (failure instanceof TimeoutFailure timeout) {
            return text(timeout.getTimeoutType()) + earlier(timeout);
        }
        return CalledFailure.text(failure).orElseGet(() -> framed(failure));
    }

    private static String framed(@Nullable Throwable failure) {
        return failure != null && isFrame(failure) ? of(failure.getCause()) : quote(String.valueOf(failure));
    }

    static String of(@Nullable String message, String type) {
        String quoted = quote(Objects.requireNonNullElse(message, ""));
        return type.isBlank() ? quoted : (quoted + " (" + Quote.of(type) + ")").strip();
    }

    // These failures say nothing: the cause says what failed.
    private static boolean isFrame(Throwable failure) {
        return (failure instanceof ActivityFailure
                        || failure instanceof ChildWorkflowFailure
                        || failure instanceof NexusOperationFailure)
                && failure.getCause() != null;
    }

    // The failure before the time-out tells more than the time-out.
    private static String earlier(TimeoutFailure timeout) {
        return timeout.getCause() instanceof ApplicationFailure failure ? "; before that: " + of(failure) : "";
    }

    // No worker polls the task queue of a destination or a handler that was removed.
    private static String text(TimeoutType type) {
        return type == TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START
                ? "no worker started the attempt in time (`" + key(type)
                        + "`); start a worker that has the destination or handler, or start more workers"
                : "timed out (`" + key(type) + "`)";
    }

    // The key of the time-out in a policy.
    private static String key(TimeoutType type) {
        return type.name()
                        .replaceFirst("^TIMEOUT_TYPE_", "")
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-') + "-timeout";
    }

    static String quote(String message) {
        return Quote.of(message, Excerpt.LIMIT);
    }
}
