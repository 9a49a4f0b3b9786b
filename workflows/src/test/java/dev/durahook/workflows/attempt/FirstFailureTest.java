package dev.durahook.workflows.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.interception.HeaderValue;
import io.temporal.activity.ActivityInfo;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.interceptors.Header;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstFailureTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void attemptFailsAgainAsItFailed() {
        ApplicationFailure made = ApplicationFailure.newBuilder()
                .setMessage("the card was declined")
                .setType("CardDeclined")
                .setNonRetryable(true)
                .setNextRetryDelay(Duration.ofMinutes(3))
                .setCategory(ApplicationErrorCategory.BENIGN)
                .setCause(new IOException("closed"))
                .build();

        ApplicationFailure again = stored(FirstFailure.of(made, SECOND)).toFailure();

        assertThat(again.getOriginalMessage()).isEqualTo("the card was declined");
        assertThat(again.getType()).isEqualTo("CardDeclined");
        assertThat(again.isNonRetryable()).isTrue();
        assertThat(again.getNextRetryDelay()).isEqualTo(Duration.ofMinutes(3));
        assertThat(again.getCategory()).isEqualTo(ApplicationErrorCategory.BENIGN);
        assertThat(frames(again)).isNotEmpty().isEqualTo(frames(made));
        assertThat(again.getCause()).isInstanceOfSatisfying(ApplicationFailure.class, cause -> {
            assertThat(cause.getType()).isEqualTo(IOException.class.getName());
            assertThat(cause.getOriginalMessage()).isEqualTo("closed");
        });
        assertThat(FailedAttempt.in(again)).contains(1);
    }

    @Test
    void plainExceptionKeepsItsClass() {
        ApplicationFailure again =
                stored(FirstFailure.of(new IllegalStateException(), SECOND)).toFailure();

        assertThat(again.getType()).isEqualTo(IllegalStateException.class.getName());
        assertThat(again.isNonRetryable()).isFalse();
        assertThat(again.getNextRetryDelay()).isNull();
    }

    // A worker of another language may have thrown it.
    @Test
    void failureOfTheEmptyTypeFailsAgainAsItFailed() {
        ApplicationFailure made = ApplicationFailure.newNonRetryableFailureWithCause(
                "the order is closed", "", ApplicationFailure.newFailure("closed", ""));

        ApplicationFailure again = stored(FirstFailure.of(made, SECOND)).toFailure();

        assertThat(again.getOriginalMessage()).isEqualTo("the order is closed");
        assertThat(again.getType()).isEmpty();
        assertThat(again.isNonRetryable()).isTrue();
        assertThat(again.getCause())
                .isInstanceOfSatisfying(
                        ApplicationFailure.class,
                        cause -> assertThat(cause.getType()).isEmpty());
    }

    // The server refuses a time-out: "Failure must have ApplicationFailureInfo".
    @Test
    void timeOutIsReportedAsAFailureThatTemporalTakes() {
        ApplicationFailure again = stored(FirstFailure.timedOut(SECOND)).toFailure();

        assertThat(again.getOriginalMessage()).isEqualTo("timed out (start-to-close-timeout)");
        assertThat(again.getType()).isEqualTo("TimedOut");
        assertThat(again.isNonRetryable()).isFalse();
        assertThat(FailedAttempt.in(again)).contains(1);
    }

    @Test
    void chainOfCausesEnds() {
        Exception outer = new Exception("outer");
        outer.initCause(new Exception("inner", outer));

        int causes = 0;
        for (FirstFailure cause = FirstFailure.of(outer, SECOND).cause(); cause != null; cause = cause.cause()) {
            causes++;
        }
        assertThat(causes).isEqualTo(10);
    }

    // An operator resets an activity because the cause of the failure is gone.
    @Test
    void attemptAfterAResetOfTheActivityIsMade() {
        assertThat(failureOf(attempt(1, 5_000))).isPresent();
        assertThat(failureOf(attempt(1, 5_900)))
                .as("the in-memory server asks its clock twice")
                .isPresent();
        assertThat(failureOf(attempt(2, 9_000))).isEmpty();
        assertThat(failureOf(attempt(1, 9_000))).isEmpty();
    }

    private static Optional<ApplicationFailure> failureOf(ActivityInfo attempt) {
        DataConverter converter = DefaultDataConverter.STANDARD_INSTANCE;
        FirstFailure failure = FirstFailure.of(new IOException("closed"), SECOND);
        Header header = new HeaderValue<>("durahook-first-failure", FirstFailure.class)
                .with(Header.empty(), failure, converter);
        return FirstFailureHeader.of(attempt, header, converter);
    }

    private static ActivityInfo attempt(int number, long scheduledAt) {
        Map<String, Object> answers = Map.of(
                "getAttempt",
                number,
                "getScheduledTimestamp",
                5_000L,
                "getCurrentAttemptScheduledTimestamp",
                scheduledAt,
                "getNamespace",
                "shop",
                "getWorkflowId",
                "shop:1");
        return (ActivityInfo) Proxy.newProxyInstance(
                ActivityInfo.class.getClassLoader(),
                new Class<?>[] {ActivityInfo.class},
                (proxy, method, arguments) -> answers.get(method.getName()));
    }

    private static List<String> frames(Exception failure) {
        return Arrays.stream(failure.getStackTrace())
                .map(frame -> frame.getClassName() + " " + frame.getMethodName() + " " + frame.getLineNumber())
                .toList();
    }

    private static FirstFailure stored(FirstFailure failure) {
        Payload payload =
                DefaultDataConverter.STANDARD_INSTANCE.toPayload(failure).orElseThrow();
        return DefaultDataConverter.STANDARD_INSTANCE.fromPayload(payload, FirstFailure.class, FirstFailure.class);
    }
}
