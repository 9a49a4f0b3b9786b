package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.workflows.processing.StepOutcome;
import java.time.Duration;
import java.util.List;
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
                List.of("listed", "jittered", "silent", "beating", "brief", "forgotten"),
                "durahook.policies.listed.delays=1s,3s,2s",
                "durahook.policies.listed.jitter=0",
                "durahook.policies.jittered.initial-interval=2s",
                "durahook.policies.jittered.backoff-coefficient=1",
                "durahook.policies.jittered.jitter=1",
                "durahook.policies.jittered.maximum-attempts=2",
                "durahook.policies.silent.heartbeat-timeout=1s",
                "durahook.policies.silent.initial-interval=100ms",
                "durahook.policies.silent.start-to-close-timeout=3m",
                "durahook.policies.beating.heartbeat-timeout=10s",
                "durahook.policies.beating.initial-interval=100ms",
                "durahook.policies.beating.start-to-close-timeout=3m",
                "durahook.policies.brief.initial-interval=500ms",
                "durahook.policies.brief.backoff-coefficient=1",
                "durahook.policies.brief.maximum-attempts=0",
                "durahook.policies.brief.schedule-to-close-timeout=4s",
                "durahook.policies.forgotten.maximum-attempts=1",
                "durahook.policies.forgotten.park-timeout=3s");
    }

    @AfterAll
    static void stop() {
        assertThat(worker.failedWorkflowTasks()).isZero();
        worker.close();
        server.close();
    }

    @Test
    void delaysAreWaitedOneByOneAndEndWithTheAttempts() {
        Event event = worker.deliver("listed", PolicyWordsIT::fail);

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
        List<Long> waits = events.stream()
                .map(event -> event.waits().get(0).toMillis())
                .sorted()
                .toList();
        // Each wait takes 0 to 4 s. All twelve fall into one second by chance once in some 300,000 runs.
        assertThat(waits.get(11) - waits.get(0)).isGreaterThan(1_000);
        assertThat(events).allSatisfy(event -> assertThat(event.attempts()).isEqualTo(2));
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

        assertThat(event.result()).isEqualTo("done at 2");
        end.countDown();
        assertThat(event.attempts()).isEqualTo(2);
    }

    @Test
    void attemptThatBeatsMayTakeLonger() {
        // On a busy machine, ten seconds may pass between two heartbeats. This attempt takes longer than ten seconds.
        Event event = worker.deliver("beating", attempt -> {
            for (int i = 0; i < 65; i++) {
                attempt.heartbeat(i);
                Thread.sleep(200);
            }
            return "done at " + attempt.number();
        });

        assertThat(event.result()).isEqualTo("done at 1");
    }

    @Test
    void attemptsEndWhenTheTimeOfAllIsOver() {
        Event event = worker.deliver("brief", PolicyWordsIT::fail);

        assertThat(event.parked()).contains("`brief`: any number of attempts", "the partner is down");
        assertThat(event.attempts()).isBetween(2, 9);
    }

    @Test
    void parkedEventIsDiscardedAfterTheParkTimeout() {
        Event event = worker.deliver("forgotten", PolicyWordsIT::fail);

        assertThat(event.parked()).contains("Discarded automatically after: 3s");
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
    }

    private static String fail(Object attempt) {
        throw new IllegalStateException("the partner is down");
    }
}
