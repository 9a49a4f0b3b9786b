package dev.durahook.workflows.attempt;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The failure of an attempt that was made inside the workflow task. The activity that makes the further attempts fails
 * with it as its own first attempt. So the Web UI shows the failure, and Temporal counts the attempt and waits after it,
 * as if the activity had made the attempt.
 *
 * @param message the failure's message
 * @param type the failure's type
 * @param nonRetryable whether the failure itself forbids further attempts
 * @param nextRetryDelay the wait before the next attempt; absent if the policy's own backoff applies
 * @param benign whether the author has marked the failure as expected
 * @param stackTrace the author's stack frames
 * @param cause the failure's cause, if it has one
 * @param took how long the attempt took
 * @param timedOut whether the attempt took longer than the policy's {@code start-to-close-timeout}; if so, only
 *     {@code took} matters besides it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FirstFailure(
        @Nullable String message,
        @Nullable String type,

        @JsonSetter(nulls = Nulls.AS_EMPTY) @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean nonRetryable,

        @Nullable Duration nextRetryDelay,

        @JsonSetter(nulls = Nulls.AS_EMPTY) @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean benign,

        List<Frame> stackTrace,
        @Nullable FirstFailure cause,
        Duration took,

        @JsonSetter(nulls = Nulls.AS_EMPTY) @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean timedOut) {

    // A chain of causes ends somewhere, unless an exception is among its own causes.
    private static final int MOST_CAUSES = 10;

    private static final String TIMED_OUT = "TimedOut";

    /** One stack frame. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Frame(String type, String method, @Nullable String file, int line) {

        static Frame of(StackTraceElement element) {
            return new Frame(
                    element.getClassName(), element.getMethodName(), element.getFileName(), element.getLineNumber());
        }

        StackTraceElement element() {
            return new StackTraceElement(type, method, file, line);
        }
    }

    // An empty type is not written.
    public FirstFailure {
        type = Objects.requireNonNullElse(type, "");
        stackTrace = orEmpty(stackTrace);
    }

    /**
     * Describes the failure of an attempt.
     *
     * @param failure the failure as Temporal would have received it, so without the declared secrets and not too large
     * @param took how long the attempt took
     */
    public static FirstFailure of(Throwable failure, Duration took) {
        return of(failure, took, MOST_CAUSES);
    }

    private static FirstFailure of(Throwable failure, Duration took, int causes) {
        ApplicationFailure application = failure instanceof ApplicationFailure own ? own : null;
        Throwable cause = failure.getCause();
        return new FirstFailure(
                application == null ? failure.getMessage() : application.getOriginalMessage(),
                application == null ? failure.getClass().getName() : application.getType(),
                application != null && application.isNonRetryable(),
                application == null ? null : application.getNextRetryDelay(),
                application != null && application.getCategory() == ApplicationErrorCategory.BENIGN,
                Arrays.stream(failure.getStackTrace()).map(Frame::of).toList(),
                cause == null || causes == 0 ? null : of(cause, Duration.ZERO, causes - 1),
                took,
                false);
    }

    /** Describes an attempt that took longer than the policy's {@code start-to-close-timeout}. */
    public static FirstFailure timedOut(Duration took) {
        return new FirstFailure(null, "", false, null, false, List.of(), null, took, true);
    }

    /** Returns the failure as an attempt throws it. Temporal takes no other kind of failure from an attempt. */
    ApplicationFailure toFailure() {
        return timedOut
                ? ApplicationFailure.newBuilder()
                        .setMessage("timed out (start-to-close-timeout)")
                        .setType(TIMED_OUT)
                        .setDetails(new FailedAttempt(1))
                        .build()
                : thrown();
    }

    private ApplicationFailure thrown() {
        ApplicationFailure failure = ApplicationFailure.newBuilder()
                .setMessage(message)
                .setType(type)
                .setNonRetryable(nonRetryable)
                .setNextRetryDelay(nextRetryDelay)
                .setCategory(benign ? ApplicationErrorCategory.BENIGN : ApplicationErrorCategory.UNSPECIFIED)
                .setDetails(new FailedAttempt(1))
                .setCause(cause == null ? null : cause.thrown())
                .build();
        failure.setStackTrace(stackTrace.stream().map(Frame::element).toArray(StackTraceElement[]::new));
        return failure;
    }

    private static List<Frame> orEmpty(@Nullable List<Frame> frames) {
        return frames == null ? List.of() : List.copyOf(frames);
    }
}
