package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Durations;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.workflows.processing.StepOutcome;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The keys of a policy on a real server. */
@RequiresTemporal
@Execution(ExecutionMode.CONCURRENT)
class PolicyWordsIT {

    private static TemporalServer server;
    private static RunningWorker worker;

    @BeforeAll
    static void start() {
        server = TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
        worker = RunningWorker.start(
                server,
                List.of("listed", "jittered", "silent", "beating", "brief", "remembered", "forgotten"),
                "durahook.policies.listed.delays=1s,3s,2s",
                "durahook.policies.listed.jitter=0",
                "durahook.policies.jittered.initial-interval=2s",
                "durahook.policies.jittered.backoff-coefficient=1",
                "durahook.policies.jittered.jitter=1",
                "durahook.policies.jittered.maximum-attempts=2",
                "durahook.policies.silent.heartbeat-timeout=1s",
                "durahook.policies.silent.initial-interval=100ms",
                "durahook.policies.silent.backoff-coefficient=1",
                "durahook.policies.silent.maximum-attempts=0",
                "durahook.policies.silent.start-to-close-timeout=3m",
                "durahook.policies.beating.heartbeat-timeout=10s",
                "durahook.policies.beating.initial-interval=100ms",
                "durahook.policies.beating.start-to-close-timeout=3m",
                "durahook.policies.brief.initial-interval=1s",
                "durahook.policies.brief.backoff-coefficient=1",
                "durahook.policies.brief.maximum-attempts=0",
                "durahook.policies.brief.schedule-to-close-timeout=20s",
                "durahook.policies.forgotten.maximum-attempts=1",
                "durahook.policies.forgotten.park-timeout=5s",
                "durahook.policies.remembered.maximum-attempts=1",
                "durahook.policies.remembered.park-timeout=1h");
    }

    @AfterAll
    static void stop() {
        assertThat(worker.failedWorkflowTasks()).isZero();
        worker.close();
        server.close();
    }

    @Test
    void delaysAreWaitedOneByOneAndEndWithTheAttempts() {
        Event event = worker.settle("listed", PolicyWordsIT::fail);

        assertThat(event.parked()).contains("Attempts: 4", "`listed`: 4 attempts, after 1s, 3s, 2s");
        assertThat(event.attempts()).isEqualTo(4);
        // Temporal's timers have a precision of a second, and never fire early.
        assertThat(event.waits().get(0)).isGreaterThan(Duration.ofMillis(900));
        assertThat(event.waits().get(1)).isGreaterThan(Duration.ofMillis(2_900));
        assertThat(event.waits().get(2)).isGreaterThan(Duration.ofMillis(1_900));
    }

    @Test
    void jitterMakesEventsThatFailTogetherComeBackApart() {
        List<Event> events = Stream.generate(() -> worker.deliver("jittered", PolicyWordsIT::fail))
                .limit(12)
                .toList();

        events.forEach(Event::parked);
        // Measured waits would all end together if the machine stood still until the last of them is over.
        List<Duration> delays =
                events.stream().map(PolicyWordsIT::delay).sorted().toList();
        // Each wait takes 0 to 4 s. All twelve fall into one second by chance once in some 300,000 runs.
        assertThat(delays.get(11).minus(delays.get(0))).isGreaterThan(Duration.ofSeconds(1));
        assertThat(events).allSatisfy(event -> {
            worker.assertAttempts(event, 2);
            // Temporal's timers never fire early.
            assertThat(event.waits())
                    .allSatisfy(
                            wait -> assertThat(wait).isGreaterThan(delay(event).minusMillis(100)));
        });
    }

    @Test
    void silentAttemptIsTriedAgainLongBeforeItsTimeIsOver() {
        CountDownLatch end = new CountDownLatch(1);
        Event event = worker.deliver("silent", attempt -> {
            attempt.heartbeat("attempt " + attempt.number());
            if (attempt.number() == 1) {
                end.await();
            }
            return "done at " + attempt.number();
        });

        // On a busy machine, further attempts may be silent for longer than a second as well.
        assertThat(event.result()).startsWith("done at ").isNotEqualTo("done at 1");
        end.countDown();
        assertThat(lastFailure(event).getTimeoutFailureInfo().getTimeoutType())
                .isEqualTo(TimeoutType.TIMEOUT_TYPE_HEARTBEAT);
    }

    @Test
    void attemptThatBeatsMayTakeLonger() {
        // Each attempt takes longer than the ten seconds between two heartbeats. On a busy machine a heartbeat may
        // come too late, and there is another attempt; but if no heartbeat counted, no attempt would end in time.
        Event event = worker.deliver("beating", attempt -> {
            for (int i = 0; i < 65; i++) {
                attempt.heartbeat(i);
                Thread.sleep(200);
            }
            return "done at " + attempt.number();
        });

        assertThat(event.result()).startsWith("done at ");
    }

    @Test
    void attemptsEndWhenTheTimeOfAllIsOver() {
        // A busy machine may take all of the time for the first attempt.
        Event event = Await.value("an event that was tried again in its time", () -> {
            Event parked = worker.deliver("brief", PolicyWordsIT::fail);
            parked.parked();
            return Optional.of(parked).filter(tried -> tried.attempts() > 1);
        });

        assertThat(event.parked()).contains("`brief`: any number of attempts", "the partner is down");
        assertThat(event.attempts()).isBetween(2, 23);
    }

    @Test
    void parkedEventSaysWhenItWillBeDiscarded() {
        assertThat(worker.settle("remembered", PolicyWordsIT::fail).parked())
                .contains("Discarded automatically after: 1h");
    }

    @Test
    void parkedEventIsDiscardedAfterTheParkTimeout() {
        Event event = worker.settle("forgotten", PolicyWordsIT::fail);

        assertThat(event.outcome().steps())
                .containsExactly(new StepOutcome(
                        "handle:handle-forgotten",
                        "Handle: handle-forgotten",
                        "discarded",
                        "no decision was made within the park-timeout"));
        assertThat(event.status()).isEqualTo("discarded");
        assertThat(event.details())
                .contains("**Discarded:** `no decision was made within the park-timeout`", "the partner is down");
        assertThat(event.attempts()).isEqualTo(1);
        assertThat(server.workflows().history(event.id()))
                .filteredOn(HistoryEvent::hasTimerStartedEventAttributes)
                .singleElement()
                .satisfies(timer -> assertThat(Durations.toMillis(
                                timer.getTimerStartedEventAttributes().getStartToFireTimeout()))
                        .as("the rest of the 5 s since the event was parked")
                        .isBetween(1L, 5_000L));
    }

    // The wait that the worker asked for when the first attempt had failed.
    private static Duration delay(Event event) {
        return Duration.ofMillis(Durations.toMillis(
                lastFailure(event).getApplicationFailureInfo().getNextRetryDelay()));
    }

    // The failure of the last attempt but one.
    private static Failure lastFailure(Event event) {
        return server.workflows().history(event.id()).stream()
                .filter(HistoryEvent::hasActivityTaskStartedEventAttributes)
                .map(started -> started.getActivityTaskStartedEventAttributes().getLastFailure())
                .findFirst()
                .orElseThrow();
    }

    private static String fail(Object attempt) {
        throw new IllegalStateException("the partner is down");
    }
}
