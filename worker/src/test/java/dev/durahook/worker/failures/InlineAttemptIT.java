package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.Failures;
import dev.durahook.workflows.processing.DefaultWorkflow;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.common.WorkflowExecutionHistory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The first attempt of an event's only step, made inside the workflow task, on a real server. */
@RequiresTemporal
@Execution(ExecutionMode.CONCURRENT)
class InlineAttemptIT {

    private static TemporalServer server;
    private static RunningWorker worker;

    @BeforeAll
    static void start() {
        server = TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
        worker = RunningWorker.start(
                        server,
                        List.of(
                                RunningWorker.QUICK,
                                "lone",
                                "scheduled",
                                "once",
                                "late",
                                "slow",
                                "beating",
                                "short",
                                "counted"),
                        "durahook.policies.lone.maximum-attempts=3",
                        "durahook.redact=s3cret-of-the-handler",
                        "durahook.policies.scheduled.inline-first-attempt=false",
                        "durahook.policies.once.maximum-attempts=1",
                        "durahook.policies.late.start-to-close-timeout=2s",
                        "durahook.policies.late.initial-interval=100ms",
                        "durahook.policies.late.maximum-attempts=2",
                        "durahook.policies.slow.initial-interval=1h",
                        "durahook.policies.slow.maximum-interval=1h",
                        "durahook.policies.beating.heartbeat-timeout=30s",
                        "durahook.policies.short.schedule-to-close-timeout=1m",
                        "durahook.policies.short.initial-interval=5m",
                        "durahook.policies.counted.initial-interval=100ms",
                        "durahook.policies.counted.maximum-attempts=4")
                // Tests run side by side, and one of them takes all slots of a handler.
                .warm();
    }

    @AfterAll
    static void stop() {
        assertThat(worker.failedWorkflowTasks()).isZero();
        worker.close();
        server.close();
    }

    @Test
    void successCostsOneWorkflowTaskAndOneMarker() {
        Event event = worker.settle("lone", attempt -> "done");

        assertThat(event.result()).isEqualTo("done");
        assertThat(event.details()).contains("**Completed.**", "Handle: handle-lone", ": `done`");
        assertThat(types(event))
                .containsExactly(
                        EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
                        EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
                        EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED,
                        EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
                        EventType.EVENT_TYPE_MARKER_RECORDED,
                        EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED);
    }

    @Test
    void historyDoesNotHoldTheBodyTwice() {
        Event event = worker.deliver("lone", attempt -> null);

        event.outcome();
        HistoryEvent marker = history(event).stream()
                .filter(HistoryEvent::hasMarkerRecordedEventAttributes)
                .findFirst()
                .orElseThrow();
        assertThat(marker.toString()).contains("handle-lone").doesNotContain("\\\"id\\\": 1", "input");
    }

    @Test
    void furtherAttemptsAreCountedAndWaitAfterTheFirst() {
        List<Integer> numbers = new CopyOnWriteArrayList<>();
        Event event = worker.settle(RunningWorker.QUICK, attempt -> {
            if (attempt.number() == 1) {
                numbers.clear();
            }
            numbers.add(attempt.number());
            throw new IllegalStateException("attempt " + attempt.number() + " failed");
        });

        assertThat(event.parked())
                .contains("attempt 3 failed", "Attempts: 3", "`quick`: 3 attempts")
                .doesNotContain("attempt 4");
        assertThat(numbers).containsExactly(1, 2, 3);
        assertThat(event.waits()).allSatisfy(wait -> assertThat(wait).isGreaterThan(Duration.ofMillis(50)));
        assertThat(types(event)).containsOnlyOnce(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED);
    }

    @Test
    void metricCountsEachAttemptOnceInsideAndOutsideTheWorkflowTask() {
        AtomicInteger failed = new AtomicInteger();
        AtomicInteger succeeded = new AtomicInteger();
        worker.settle("counted", attempt -> {
            if (attempt.number() < 3) {
                failed.incrementAndGet();
                throw new IllegalStateException("it fails twice");
            }
            succeeded.incrementAndGet();
            return "done";
        });

        assertThat(failed).hasValueGreaterThanOrEqualTo(2);
        // An attempt is counted a moment after its handler has ended.
        Await.until("each failed attempt is counted", () -> counted("failed") >= failed.get());
        Await.until("each successful attempt is counted", () -> counted("succeeded") >= succeeded.get());
        assertThat(counted("failed")).isEqualTo(failed.get());
        assertThat(counted("succeeded")).isEqualTo(succeeded.get());
        assertThat(worker.counted("durahook.attempts", "activity_type", "durahook.plan"))
                .isZero();
    }

    @Test
    void pendingActivityShowsWhatTheFirstAttemptSaid() {
        Event event = worker.deliver("slow", attempt -> {
            throw new IllegalStateException("the first one");
        });

        Await.until("the second attempt is pending", () -> event.failedAttempts() == 1);
        assertThat(event.attempts()).isEqualTo(1);
        assertThat(event.lastFailure()).contains("the first one", "java.lang.IllegalStateException", "InlineAttemptIT");
    }

    @Test
    void secretOfTheConfigurationIsInNoHistory() {
        Event event = worker.settle("once", attempt -> {
            throw new IllegalStateException(
                    "login with s3cret-of-the-handler failed", new Exception("s3cret-of-the-handler"));
        });

        assertThat(event.parked()).contains("login with");
        assertThat(history(event).toString()).contains("login with").doesNotContain("s3cret-of-the-handler");
    }

    @Test
    void refusalParksAtOnce() {
        Event event = worker.settle(RunningWorker.QUICK, attempt -> {
            throw Failures.refused("not ours");
        });

        assertThat(event.parked()).contains("`not ours` (`Refused`)", "Attempts: 1");
        assertThat(event.attempts()).isEqualTo(1);
    }

    @Test
    void eventWithOneAttemptIsParkedAtOnce() {
        Event event = worker.settle("once", InlineAttemptIT::fail);

        assertThat(event.parked()).contains("it fails", "Attempts: 1");
        assertThat(event.attempts()).isEqualTo(1);
    }

    @Test
    void delayThatTheHandlerAsksForIsWaited() {
        Event event = worker.settle(RunningWorker.QUICK, attempt -> {
            if (attempt.number() == 1) {
                throw Failures.retryIn(Duration.ofSeconds(3), "not yet");
            }
            return "then";
        });

        assertThat(event.result()).isEqualTo("then");
        assertThat(event.waits().get(0)).isGreaterThan(Duration.ofMillis(2_900));
    }

    @Test
    void attemptThatIsInterruptedHasTimedOut() {
        Event event = worker.deliver("late", attempt -> {
            new CountDownLatch(1).await();
            return null;
        });

        assertThat(event.parked()).contains("timed out (`start-to-close-timeout`)", "Attempts: 2");
        // Temporal counts an attempt that it has handed out, even if the handler begins later, or never.
        assertThat(event.attempts()).isBetween(1, 2);
    }

    @Test
    void attemptsTogetherTakeNoLongerThanThePolicySays() {
        Event event = worker.settle("short", InlineAttemptIT::fail);

        assertThat(event.parked()).contains("it fails");
        assertThat(event.attempts()).isEqualTo(1);
    }

    @Test
    void attemptLongerThanAWorkflowTaskIsMadeOnce() throws Exception {
        Work sleeping = attempt -> {
            Thread.sleep(Duration.ofSeconds(15).toMillis());
            return "slept";
        };
        Event event = worker.deliver("slow", sleeping, RunningWorker.USUAL_TASK);

        assertThat(event.result()).isEqualTo("slept");
        // On a busy machine a workflow task may be lost.
        if (!types(event).contains(EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT)) {
            assertThat(event.attempts()).isEqualTo(1);
            assertThat(types(event)).doesNotContain(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED);
        }
        replay(event);
    }

    @Test
    void everyOutcomeReplays() throws Exception {
        Event done = worker.deliver(RunningWorker.QUICK, attempt -> "done");
        Event parked = worker.deliver(RunningWorker.QUICK, InlineAttemptIT::fail);
        done.outcome();
        parked.parked();
        parked.signal("discard", "enough");
        parked.outcome();

        replay(done);
        replay(parked);
    }

    @Test
    void policyCanSwitchInlineAttemptsOff() {
        Event event = worker.deliver("scheduled", attempt -> "done");

        assertThat(event.result()).isEqualTo("done");
        assertThat(types(event)).containsOnlyOnce(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED);
    }

    @Test
    void heartbeatsNeedAScheduledActivity() {
        Event event = worker.deliver("beating", attempt -> "done");

        assertThat(event.result()).isEqualTo("done");
        assertThat(types(event)).containsOnlyOnce(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED);
    }

    @Test
    void manyEventsThatFailTogetherEndAsEachAlone() {
        List<Event> events = Stream.generate(() -> worker.deliver(RunningWorker.QUICK, InlineAttemptIT::fail))
                .limit(60)
                .toList();

        assertThat(events).allSatisfy(event -> {
            assertThat(event.parked()).contains("Attempts: 3");
            worker.assertAttempts(event, 3);
        });
    }

    private static long counted(String result) {
        return worker.counted("durahook.attempts", "activity_type", "handle-counted", "result", result);
    }

    private static String fail(EventAttempt attempt) {
        throw new IllegalStateException("it fails");
    }

    private static List<HistoryEvent> history(Event event) {
        return server.workflows().history(event.id());
    }

    private static List<EventType> types(Event event) {
        return history(event).stream().map(HistoryEvent::getEventType).toList();
    }

    private static void replay(Event event) throws Exception {
        WorkflowClient client = server.client();
        WorkflowExecutionHistory history = client.fetchHistory(event.id());
        RecordedHistories.replay(history, List.of(), DefaultWorkflow.class);
    }
}
