package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.Failures;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However a handler fails, its event ends as declared, and another event completes meanwhile. */
@RequiresTemporal
@Execution(ExecutionMode.CONCURRENT)
class FailingHandlersIT {

    private static final String HASTY = "hasty";
    private static final String PICKY = "picky";

    private static TemporalServer server;
    private static RunningWorker worker;

    @BeforeAll
    static void start() {
        server = TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
        worker = RunningWorker.start(
                server,
                List.of(RunningWorker.QUICK, HASTY, PICKY),
                "durahook.policies.hasty.initial-interval=100ms",
                "durahook.policies.hasty.start-to-close-timeout=2s",
                "durahook.policies.hasty.backoff-coefficient=1",
                "durahook.policies.hasty.maximum-attempts=0",
                "durahook.policies.picky.initial-interval=100ms",
                "durahook.policies.picky.non-retryable-error-types=java.lang.IllegalStateException,java.lang.AssertionError");
    }

    @AfterAll
    static void stop() {
        assertThat(worker.failedWorkflowTasks()).isZero();
        worker.close();
        server.close();
    }

    @AfterEach
    void anOrdinaryEventCompletes() {
        Event ordinary = worker.settle(RunningWorker.QUICK, attempt -> "done");
        assertThat(ordinary.result()).isEqualTo("done");
        assertThat(ordinary.attempts()).isEqualTo(1);
    }

    @Test
    void handlerThatFailsTwiceHasAThirdAttempt() {
        Event event = worker.settle(RunningWorker.QUICK, attempt -> succeedAt(3, attempt));

        assertThat(event.result()).isEqualTo("done at 3");
        assertThat(event.attempts()).isEqualTo(3);
    }

    @Test
    void exhaustedEventIsParkedAndARetryHasFreshAttempts() {
        AtomicBoolean broken = new AtomicBoolean(true);
        Event event = worker.settle(RunningWorker.QUICK, attempt -> {
            if (broken.get()) {
                throw new IllegalStateException("the ledger is down");
            }
            return succeedAt(2, attempt);
        });

        assertThat(event.parked())
                .contains("Failure: `the ledger is down` (`java.lang.IllegalStateException`)", "Attempts: 3");
        broken.set(false);
        event.signal("retry");

        assertThat(event.result()).isEqualTo("done at 2");
        worker.assertAttempts(event, 5);
        assertThat(event.status()).isNull();
    }

    @Test
    void attemptThatTakesTooLongIsInterruptedAndRepeated() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Event event = worker.deliver(HASTY, attempt -> {
            if (attempt.number() == 1) {
                sleepUntil(interrupted);
            }
            return "done at " + attempt.number();
        });

        // On a busy machine, further attempts may take longer than their two seconds as well.
        assertThat(event.result()).startsWith("done at ").isNotEqualTo("done at 1");
        assertThat(interrupted.await(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
    }

    @Test
    void handlerThatLeavesItsThreadInterruptedRunsOnce() {
        Event event = worker.settle(RunningWorker.QUICK, attempt -> {
            Thread.currentThread().interrupt();
            return "done at " + attempt.number();
        });

        assertThat(event.result()).isEqualTo("done at 1");
        assertThat(event.attempts()).isEqualTo(1);
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                error(FailingHandlersIT::overflow),
                error(() -> new NoClassDefFoundError("com/acme/Missing")),
                error(() -> new LinkageError("com.acme.Twice")),
                error(() -> new ExceptionInInitializerError("static")),
                error(() -> new AssertionError("1 is not 2")),
                error(() -> new OutOfMemoryError("Java heap space")));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void errorIsAFailureAsAnyOther(Class<? extends Error> type, Supplier<Error> error) {
        Event once = worker.settle(RunningWorker.QUICK, attempt -> {
            if (attempt.number() == 1) {
                throw error.get();
            }
            return "done at " + attempt.number();
        });
        Event always = worker.settle(RunningWorker.QUICK, attempt -> {
            throw error.get();
        });

        assertThat(once.result()).isEqualTo("done at 2");
        assertThat(once.attempts()).isEqualTo(2);
        assertThat(always.parked()).contains("(`" + type.getName() + "`)", "Attempts: 3");
        assertThat(always.attempts()).isEqualTo(3);
    }

    @Test
    void refusedEventIsParkedAtOnce() {
        Event event = worker.settle(RunningWorker.QUICK, attempt -> {
            throw Failures.refused("the card is closed");
        });

        assertThat(event.parked()).contains("Failure: `the card is closed` (`Refused`)", "Attempts: 1");
        assertThat(event.attempts()).isEqualTo(1);
    }

    @Test
    void delayThatAHandlerAsksForIsWaited() {
        Event event = worker.settle(RunningWorker.QUICK, attempt -> {
            if (attempt.number() == 1) {
                throw Failures.retryIn(Duration.ofSeconds(2), "the partner is closed");
            }
            return "done at " + attempt.number();
        });

        assertThat(event.result()).isEqualTo("done at 2");
        assertThat(event.waits().get(0)).isGreaterThan(Duration.ofMillis(1_900));
    }

    @Test
    void declaredClassOfAFailureParksAtOnce() {
        Event exception = worker.settle(PICKY, attempt -> {
            throw new IllegalStateException("no");
        });
        Event error = worker.settle(PICKY, attempt -> {
            throw new AssertionError("never");
        });
        Event other = worker.settle(PICKY, attempt -> succeedAt(2, attempt));

        assertThat(exception.parked()).contains("no` (`java.lang.IllegalStateException`)", "Attempts: 1");
        assertThat(error.parked()).contains("never` (`java.lang.AssertionError`)", "Attempts: 1");
        assertThat(other.result()).isEqualTo("done at 2");
        assertThat(exception.attempts()).isEqualTo(1);
        assertThat(error.attempts()).isEqualTo(1);
    }

    @Test
    void failureAfterAHeartbeatIsAFailure() {
        Event event = worker.settle(RunningWorker.QUICK, attempt -> {
            attempt.heartbeat("half of it");
            return succeedAt(2, attempt);
        });

        assertThat(event.result()).isEqualTo("done at 2");
        assertThat(event.attempts()).isEqualTo(2);
    }

    private static String succeedAt(int number, EventAttempt attempt) {
        if (attempt.number() < number) {
            throw new IllegalArgumentException("not before attempt " + number);
        }
        return "done at " + attempt.number();
    }

    private static Arguments error(Supplier<Error> error) {
        return Arguments.of(error.get().getClass(), error);
    }

    private static Error overflow() {
        try {
            return deeper();
        } catch (StackOverflowError e) {
            return e;
        }
    }

    private static Error deeper() {
        return deeper();
    }

    private static void sleepUntil(CountDownLatch interrupted) throws InterruptedException {
        try {
            TimeUnit.MINUTES.sleep(1);
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
    }
}
