package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.Outcome;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two applications on two task queues of one namespace have a destination of the same name. */
@RequiresTemporal
class TwoApplicationsIT {

    private static final int EVENTS = 5;
    private static final int REFUSED = 4;

    @Test
    void eachSendsOnlyItsOwnEvents() {
        try (TemporalServer server = TemporalServer.start(
                        TemporalServerOptions.inMemory().withStatus().withPatientTasks());
                Crm own = new Crm();
                Crm other = new Crm();
                RunningWorker orders = application(server, "orders", own);
                RunningWorker hr = application(server, "hr", other)) {
            own.refuse(REFUSED);
            List<String> ids = IntStream.range(0, EVENTS)
                    .mapToObj(number -> "shop:" + number)
                    .toList();
            List<WorkflowStub> events =
                    ids.stream().map(id -> deliver(server, id, "orders")).toList();

            assertThat(events)
                    .allSatisfy(
                            event -> assertThat(event.getResult(Outcome.class)).isNotNull());
            assertThat(ids).allSatisfy(id -> {
                assertThat(other.bodies(id)).isEmpty();
                assertThat(own.bodies(id)).hasSize(REFUSED + 1);
                assertThat(queues(server, id)).containsOnly("orders.destination.crm");
            });
            // The first attempt is made inside the workflow task, with a slot of the destination's queue.
            assertThat(orders.counted("durahook.destination.attempts", "destination", "crm"))
                    .isEqualTo(EVENTS * (REFUSED + 1));
            assertThat(hr.failedWorkflowTasks() + orders.failedWorkflowTasks()).isZero();
        }
    }

    private static RunningWorker application(TemporalServer server, String queue, Crm crm) {
        return RunningWorker.start(
                server,
                List.of(),
                Stream.of(crm.destination("crm"), new String[] {
                            "durahook.worker.task-queues=" + queue,
                            "durahook.routes.all.event-types=shop.*",
                            "durahook.routes.all.destinations=crm",
                            "durahook.policies.default.initial-interval=100ms",
                            "durahook.policies.default.backoff-coefficient=1",
                            "durahook.policies.default.maximum-attempts=100"
                        })
                        .flatMap(Stream::of)
                        .toArray(String[]::new));
    }

    private static Stream<String> queues(TemporalServer server, String id) {
        return server.workflows().history(id).stream()
                .filter(HistoryEvent::hasActivityTaskScheduledEventAttributes)
                .map(event -> event.getActivityTaskScheduledEventAttributes()
                        .getTaskQueue()
                        .getName());
    }

    private static WorkflowStub deliver(TemporalServer server, String id, String queue) {
        WorkflowStub workflow = server.client()
                .newUntypedWorkflowStub(
                        "shop.paid",
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue(queue)
                                .build());
        workflow.start(
                new WebhookEvent(id, "shop", "shop.paid", Instant.now(), Map.of(), null),
                EventBody.of("{}".getBytes(StandardCharsets.UTF_8)));
        return workflow;
    }
}
