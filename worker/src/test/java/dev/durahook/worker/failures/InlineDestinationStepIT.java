package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.forwarding.Forwarding;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowStub;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The first attempt of a {@code DestinationStep} of a team's own workflow, on a real server. */
@RequiresTemporal
class InlineDestinationStepIT {

    private static final String BODY = "{ \"order\":17 }";

    private static TemporalServer server;
    private static Crm crm;
    private static RunningWorker worker;

    @BeforeAll
    static void start() {
        // A child's workflow tasks don't have the time-out of its parent's.
        server = TemporalServer.start(
                TemporalServerOptions.inMemory().withStatus().withPatientTasks());
        crm = new Crm();
        worker = RunningWorker.start(
                server,
                List.of(),
                Stream.of(crm.destination("crm"), crm.destination("limited"), configuration())
                        .flatMap(Stream::of)
                        .toArray(String[]::new));
    }

    private static String[] configuration() {
        return new String[] {
            "spring.main.sources=com.acme.forwarding",
            "durahook.destinations.limited.requests-per-second=50",
            "durahook.policies.forwarding.initial-interval=100ms",
            "durahook.policies.forwarding.backoff-coefficient=1",
            "durahook.policies.forwarding.maximum-attempts=3"
        };
    }

    @AfterAll
    static void stop() {
        assertThat(worker.failedWorkflowTasks()).isZero();
        worker.close();
        crm.close();
        server.close();
    }

    @Test
    void successTakesOneWorkflowTaskAndNoActivity() throws Exception {
        crm.refuse(0);
        Event event = RunningWorker.undisturbed(server, () -> {
            Event ended = deliver(Forwarding.TYPE);
            assertThat(result(ended)).startsWith("crm answered 204");
            return ended;
        });
        assertThat(crm.bodies(event.id())).containsExactly(BODY);
        assertThat(types(event))
                .startsWith(
                        EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
                        EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
                        EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED,
                        EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED)
                .endsWith(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED)
                .doesNotContain(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED);
        replay(event);
    }

    @Test
    void furtherAttemptsAreCountedAfterTheFirst() throws Exception {
        crm.refuse(3);
        AtomicLong before = new AtomicLong();
        Event event = RunningWorker.undisturbed(server, () -> {
            before.set(unavailable());
            Event refused = deliver(Forwarding.TYPE);
            refused.parked();
            return refused;
        });
        assertThat(event.parked())
                .contains("- Step: `Deliver to crm`", "crm answered 503", "DestinationUnavailable", "Attempts: 3");
        assertThat(crm.bodies(event.id())).containsExactly(BODY, BODY, BODY);
        assertThat(types(event)).containsOnlyOnce(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED);
        assertThat(unavailable() - before.get()).isEqualTo(3);

        event.signal("retry");
        assertThat(result(event)).startsWith("crm answered 204");
        replay(event);
    }

    // The first attempt is a local activity of the child, and the second an activity.
    @Test
    void childWorkflowSendsTheBodyOfItsParentsEvent() {
        crm.refuse(1);
        Event event = deliver(Forwarding.Dispatching.TYPE);
        assertThat(result(event)).startsWith("crm answered 204");
        assertThat(crm.bodies(event.id())).containsExactly(BODY, BODY);
    }

    // Temporal applies the limit to what waits in the destination's queue.
    @Test
    void destinationWithALimitIsScheduled() throws Exception {
        crm.refuse(0);
        Event event = deliver(Forwarding.Limited.TYPE);
        assertThat(result(event)).startsWith("limited answered 204");
        assertThat(crm.bodies(event.id())).containsExactly(BODY);
        assertThat(types(event)).containsOnlyOnce(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED);
        assertThat(server.workflows().history(event.id()).toString())
                .contains("Not tried inside the workflow task, but scheduled");
        replay(event);
    }

    private static long unavailable() {
        return worker.counted("durahook.destination.attempts", "result", "DestinationUnavailable");
    }

    private static Event deliver(String type) {
        return RunningWorker.deliver(server.client(), type, BODY.getBytes(StandardCharsets.UTF_8));
    }

    private static String result(Event event) {
        WorkflowStub workflow = server.client().newUntypedWorkflowStub(event.id());
        return workflow.getResult(String.class);
    }

    private static List<EventType> types(Event event) {
        return server.workflows().history(event.id()).stream()
                .map(HistoryEvent::getEventType)
                .toList();
    }

    private static void replay(Event event) throws Exception {
        ForwardingReplayTest.replay(server.client().fetchHistory(event.id()));
    }
}
