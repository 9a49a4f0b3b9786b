package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.workflows.handling.Failures;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Results and failures that Temporal can't store unchanged. */
@RequiresTemporal
@Execution(ExecutionMode.CONCURRENT)
class GarbageIT {

    private static final String TWICE = "twice";
    private static final String PARAGRAPH = "a long story. ".repeat(400_000);

    private static TemporalServer server;
    private static RunningWorker worker;

    @BeforeAll
    static void start() {
        server = TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
        worker = RunningWorker.start(
                server,
                List.of(TWICE),
                "durahook.policies.twice.initial-interval=100ms",
                "durahook.policies.twice.maximum-attempts=2");
    }

    @AfterAll
    static void stop() {
        assertThat(worker.failedWorkflowTasks()).isZero();
        worker.close();
        server.close();
    }

    @AfterEach
    void anOrdinaryEventCompletes() {
        assertThat(worker.settle(TWICE, attempt -> "done").result()).isEqualTo("done");
    }

    static Stream<Arguments> results() {
        return Stream.of(
                Arguments.of("nothing", null, null),
                Arguments.of("5 MB", PARAGRAPH, PARAGRAPH.substring(0, 2_000) + "…"),
                Arguments.of("half a character", "a\ud83dz", "a?z"),
                Arguments.of("a character at the cut", "x".repeat(1_999) + "\ud83d\ude80", "x".repeat(1_999) + "…"),
                Arguments.of("control characters", "\u0000\u0007\u001b[31m", "\u0000\u0007\u001b[31m"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("results")
    void unusualResultDoesNotRepeatTheEffect(String name, @Nullable String returned, @Nullable String stored) {
        Event event = worker.settle(TWICE, attempt -> returned);

        assertThat(event.result()).isEqualTo(stored);
        assertThat(event.attempts()).isEqualTo(1);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                failure("5 MB of message", IllegalStateException.class, () -> new IllegalStateException(PARAGRAPH)),
                failure("no message", IllegalStateException.class, IllegalStateException::new),
                failure("half a character", IOException.class, () -> new IOException("a\ud83dz\u0000")),
                failure("a checked exception", IOException.class, () -> new IOException("unreadable")),
                failure("a message that throws", Unreadable.class, Unreadable::new),
                failure("an error whose message throws", UnreadableError.class, UnreadableError::new),
                failure(
                        "a cause that can't be read",
                        IOException.class,
                        () -> new IOException("read", new Unreadable())),
                failure("its own cause", OwnCause.class, OwnCause::new),
                failure("causes that end nowhere", IllegalStateException.class, GarbageIT::circle),
                failure("20,000 causes", IllegalStateException.class, GarbageIT::deep),
                failure("large causes", IllegalStateException.class, () -> causes(50, PARAGRAPH)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void failureIsTriedAgainAndReadable(String name, Class<? extends Throwable> type, Failing failing) {
        Event event = worker.settle(TWICE, attempt -> {
            throw wrapped(failing.make());
        });

        assertThat(event.parked()).contains("(`" + type.getName() + "`)", "Attempts: 2");
        assertThat(event.attempts()).isEqualTo(2);
        event.signal("discard", "seen");
        assertThat(event.outcome().steps().get(0).outcome()).isEqualTo("discarded");
    }

    static Stream<Arguments> details() {
        return Stream.of(
                Arguments.of("a text", "the details", false),
                Arguments.of("an object", List.of("the", "details"), false),
                Arguments.of("what is no JSON", new OwnCause(), true),
                Arguments.of("5 MB", PARAGRAPH, true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("details")
    void detailsOfAFailureAreLeftOutIfNeedBe(String name, Object details, boolean leftOut) {
        Event retried = detailed(worker, details, ApplicationFailure::newFailure);
        Event refused = detailed(worker, details, ApplicationFailure::newNonRetryableFailure);

        assertThat(retried.parked()).contains("Failure: `failed", "(`Detailed`)", "Attempts: 2");
        assertThat(refused.parked().contains("its details are left out")).isEqualTo(leftOut);
        assertThat(retried.attempts()).isEqualTo(2);
        assertThat(refused.attempts()).isEqualTo(1);
    }

    @Test
    void unusualProgressIsNotAFailure() {
        Event event = worker.settle(TWICE, attempt -> {
            attempt.heartbeat(PARAGRAPH);
            attempt.heartbeat("a\ud83dz");
            attempt.heartbeat(new OwnCause());
            if (attempt.number() == 1) {
                throw new IllegalStateException("after a heartbeat");
            }
            return "done at " + attempt.number();
        });

        assertThat(event.result()).isEqualTo("done at 2");
        assertThat(event.attempts()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-5S", "PT0S"})
    void zeroOrNegativeDelayIsNotWaited(Duration delay) {
        Event event = worker.settle(TWICE, attempt -> {
            if (attempt.number() == 1) {
                throw Failures.retryIn(delay, "at once");
            }
            return "done at " + attempt.number();
        });

        assertThat(event.result()).isEqualTo("done at 2");
    }

    private static Event detailed(RunningWorker worker, Object details, Details failure) {
        return worker.settle(TWICE, attempt -> {
            throw failure.with("failed", "Detailed", details);
        });
    }

    private static Exception wrapped(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (Exception) thrown;
    }

    private static Arguments failure(String name, Class<? extends Throwable> type, Failing failing) {
        return Arguments.of(name, type, failing);
    }

    private static Throwable deep() {
        return causes(20_000, "deep");
    }

    private static Throwable causes(int number, String message) {
        Throwable cause = new IllegalStateException("the first");
        for (int i = 0; i < number; i++) {
            cause = new IllegalStateException(message, cause);
        }
        return cause;
    }

    private static Throwable circle() {
        IllegalStateException egg = new IllegalStateException("egg");
        egg.initCause(new IllegalArgumentException("hen", egg));
        return egg;
    }

    private interface Failing {
        Throwable make();
    }

    private interface Details {
        ApplicationFailure with(String message, String type, Object... details);
    }

    private static final class Unreadable extends RuntimeException {
        @Override
        public String getMessage() {
            throw new UnsupportedOperationException("no message");
        }
    }

    private static final class UnreadableError extends Error {
        @Override
        public String getMessage() {
            throw new UnsupportedOperationException("no message");
        }
    }

    /** An exception that is its own cause, and therefore also its own property in JSON. */
    private static final class OwnCause extends RuntimeException {
        @Override
        public synchronized Throwable getCause() {
            return this;
        }
    }
}
