package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.worker.destination.CountingServer;
import dev.durahook.workflows.handling.Failures;
import dev.durahook.workflows.processing.StepOutcome;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event with two destinations and a handler, each of which ends on its own. */
@RequiresTemporal
class SeveralStepsIT {

    private static final CountingServer CRM = new CountingServer(Duration.ZERO);
    private static final CountingServer AUDIT = new CountingServer(Duration.ZERO);

    private static TemporalServer server;
    private static RunningWorker worker;

    @BeforeAll
    static void start() {
        server = TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
        worker = RunningWorker.start(
                server,
                List.of(RunningWorker.QUICK),
                "durahook.routes.all.event-types=quick.*",
                "durahook.routes.all.destinations=crm,audit",
                "durahook.destinations.crm.url=http://" + CRM.target() + "/",
                "durahook.destinations.crm.signature=none",
                "durahook.destinations.crm.request-timeout=1m",
                "durahook.destinations.crm.total-timeout=1m",
                "durahook.destinations.crm.policy=quick",
                "durahook.destinations.audit.url=http://" + AUDIT.target() + "/",
                "durahook.destinations.audit.signature=none",
                "durahook.destinations.audit.request-timeout=1m",
                "durahook.destinations.audit.total-timeout=1m",
                "durahook.destinations.audit.policy=quick");
    }

    @BeforeEach
    void reset() {
        CRM.reset();
        AUDIT.reset();
    }

    @AfterEach
    void noTaskHasFailed() {
        assertThat(worker.failedWorkflowTasks()).isZero();
    }

    @AfterAll
    static void stop() {
        worker.close();
        AUDIT.close();
        CRM.close();
        server.close();
    }

    @Test
    void stepsThatAllSucceedTakeOneWorkflowTask() {
        Event event = worker.settle(RunningWorker.QUICK, attempt -> "done");
        assertThat(event.outcome().steps()).extracting(StepOutcome::outcome).containsExactly("done", "done", "done");

        assertThat(server.workflows().history(event.id()))
                .extracting(HistoryEvent::getEventType)
                .containsExactly(
                        EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
                        EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
                        EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED,
                        EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
                        EventType.EVENT_TYPE_MARKER_RECORDED,
                        EventType.EVENT_TYPE_MARKER_RECORDED,
                        EventType.EVENT_TYPE_MARKER_RECORDED,
                        EventType.EVENT_TYPE_MARKER_RECORDED,
                        EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED);
    }

    @Test
    void destinationThatIsParkedHoldsNothingBackAndRepeatsNothing() {
        AUDIT.answer(503);
        Event event = worker.deliver(RunningWorker.QUICK, attempt -> "done");

        assertThat(event.parked())
                .contains("- Step: `Deliver to audit`", "audit answered 503", "Attempts: 3")
                .doesNotContain("Step: `Deliver to crm`", "Step: `Handle");
        awaitTheOthers(event);
        AUDIT.answer(204);
        event.signal("retry");

        assertThat(event.outcome().outcome()).isEqualTo("processed");
        assertThat(event.status()).isNull();
        assertThat(AUDIT.requests()).isEqualTo(4);
        assertThat(CRM.requests()).isEqualTo(1);
        assertThat(event.attempts()).isEqualTo(1);
    }

    @Test
    void stepThatIsDiscardedLeavesTheOthersDone() {
        AUDIT.answer(410);
        Event event = worker.deliver(RunningWorker.QUICK, attempt -> "done");

        assertThat(event.parked()).contains("- Step: `Deliver to audit`", "audit answered 410");
        awaitTheOthers(event);
        event.signal("discard", "audit has moved");

        assertThat(event.outcome().outcome()).isEqualTo("partly-discarded");
        assertThat(event.outcome().steps())
                .contains(
                        new StepOutcome("deliver:audit", "Deliver to audit", "discarded", "audit has moved"),
                        new StepOutcome("handle:handle-quick", "Handle: handle-quick", "done", "done"));
        assertThat(event.status()).isEqualTo("discarded");
        assertThat(AUDIT.requests()).isEqualTo(1);
        assertThat(CRM.requests()).isEqualTo(1);
        assertThat(event.attempts()).isEqualTo(1);
    }

    @Test
    void ofTwoParkedStepsOneIsRetriedAndOneDiscarded() {
        AUDIT.answer(410);
        AtomicBoolean closed = new AtomicBoolean(true);
        Event event = worker.deliver(RunningWorker.QUICK, attempt -> {
            if (closed.get()) {
                throw Failures.refused("the books are closed");
            }
            return "booked";
        });

        Await.until(
                "both steps are parked",
                () -> event.details().contains("2 steps of this event wait for your decision"));
        closed.set(false);
        event.signal("retry", Map.of("step", "Handle: handle-quick"));
        event.signal("discard", Map.of("step", "deliver:audit", "reason", "audit has moved"));

        assertThat(event.outcome().steps())
                .contains(
                        new StepOutcome("deliver:audit", "Deliver to audit", "discarded", "audit has moved"),
                        new StepOutcome("handle:handle-quick", "Handle: handle-quick", "done", "booked"));
        assertThat(AUDIT.requests()).isEqualTo(1);
        assertThat(CRM.requests()).isEqualTo(1);
        assertThat(event.attempts()).isEqualTo(2);
    }

    private void awaitTheOthers(Event event) {
        Await.until("the other steps are done", () -> CRM.requests() == 1 && event.attempts() == 1);
    }
}
