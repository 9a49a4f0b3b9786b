package dev.durahook.workflows.parking;

import dev.durahook.workflows.text.Excerpt;
import dev.durahook.workflows.text.Quote;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.TimeoutFailure;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A failure in one line of Markdown, with what others wrote in quotation. */
final class FailureText {

    private static final int BRIEF = 200;

    private FailureText() {}

    /** The beginning of it, for a text in which there is more to say. */
    static String brief(@Nullable Throwable cause) {
        return cause instanceof ApplicationFailure application
                ? Quote.of(Objects.requireNonNullElse(application.getOriginalMessage(), ""), BRIEF)
                : Quote.of(String.valueOf(cause), BRIEF);
    }

    // A failure's own getMessage() reads "message='...', type='...'"; a person wants the original.
    static String of(@Nullable Throwable failure) {
        if (failure instanceof ApplicationFailure application) {
            return of(application.getOriginalMessage(), application.getType());
        }
        if (failure instanceof TimeoutFailure timeout) {
            return text(timeout.getTimeoutType()) + earlier(timeout);
        }
        return failure != null && isFrame(failure) ? of(failure.getCause()) : quote(String.valueOf(failure));
    }

    static String of(@Nullable String message, String type) {
        return (quote(Objects.requireNonNullElse(message, "")) + " (" + Quote.of(type) + ")").strip();
    }

    // That an activity or a child failed says nothing: its cause says how.
    private static boolean isFrame(Throwable failure) {
        return (failure instanceof ActivityFailure || failure instanceof ChildWorkflowFailure)
                && failure.getCause() != null;
    }

    // What failed before time ran out tells more than that it ran out.
    private static String earlier(TimeoutFailure timeout) {
        return timeout.getCause() instanceof ApplicationFailure failure ? "; before that: " + of(failure) : "";
    }

    // A destination or a handler that was taken away has a task queue that no worker looks at.
    private static String text(TimeoutType type) {
        return type == TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START
                ? "no worker took it in time (`" + key(type) + "`); run one that knows it, or one more"
                : "it took longer than `" + key(type) + "`";
    }

    // The name under which the time-out is declared.
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
