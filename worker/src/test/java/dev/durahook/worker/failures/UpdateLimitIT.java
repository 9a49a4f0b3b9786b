package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.parking.EventStatus;
import io.temporal.client.WorkflowStub;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A workflow that has taken as many updates in one run as Temporal allows. The server's limit is 3 instead of 2,000. */
@RequiresTemporal
class UpdateLimitIT {

    private static final int LIMIT = 3;
    private static final int EVENTS = 5;
    private static final byte[] BODY = "{\"order\": \"1\", \"payment\": \"card\"}".getBytes(StandardCharsets.UTF_8);

    private TemporalServer server;
    private RunningWorker worker;

    @BeforeEach
    void start() {
        server = TemporalServer.start(TemporalServerOptions.inMemory()
                .withStatus()
                .withDynamicConfig("history.maxTotalUpdates", Integer.toString(LIMIT)));
        worker = RunningWorker.start(
                server,
                List.of(),
                "spring.main.sources=com.acme.handover",
                "durahook.destinations.order.kind=workflow",
                "durahook.destinations.order.workflow-id=order-{/order}",
                "durahook.destinations.order.update=paymentSucceeded",
                "durahook.destinations.order.policy=quick",
                "durahook.routes.paid.event-types=test.paid",
                "durahook.routes.paid.destinations=order");
    }

    @AfterEach
    void stop() {
        worker.close();
        server.close();
    }

    @Test
    void eventsOverTheLimitParkAndAreTakenOnceByTheNextRun() {
        Orders orders = new Orders(server.client(), TaskQueues.DEFAULT);
        WorkflowStub order = orders.start(1);
        List<Event> events = Stream.generate(() -> RunningWorker.deliver(server.client(), "test.paid", BODY))
                .limit(EVENTS)
                .toList();
        events.forEach(event -> Await.until("the event is done or parked", event::isSettled));
        List<Event> parked = events.stream()
                .filter(event -> EventStatus.PARKED.equals(event.status()))
                .toList();
        assertThat(parked)
                .hasSize(EVENTS - LIMIT)
                .allSatisfy(event -> assertThat(event.details())
                        .contains(
                                "limit on the total number of distinct updates in this workflow has been reached (3)",
                                "DestinationUnavailable",
                                "Attempts: 3"));

        String before = run(orders.of(1));
        order.signal("moveOn");
        Await.until("the order has another run", () -> !before.equals(run(orders.of(1))));
        parked.forEach(event -> event.signal("retry"));

        assertThat(events).allSatisfy(event -> assertThat(event.result()).isEqualTo("order is paid by card"));
        assertThat(orders.taken(1)).hasSize(EVENTS).doesNotHaveDuplicates();
    }

    private static String run(WorkflowStub order) {
        return order.describe().getExecution().getRunId();
    }
}
