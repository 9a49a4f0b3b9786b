package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.worker.destination.workflow.Order;
import dev.durahook.workflows.TaskQueues;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Events are handed over to workflows of the same worker, mostly by attempts inside workflow tasks. */
@RequiresTemporal
class HandedOverIT {

    private static TemporalServer server;
    private static Orders orders;
    private static RunningWorker worker;

    // With so few workflow tasks at a time, attempts that kept all of them busy would wait for each other for ever.
    @BeforeAll
    static void start() {
        server = TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
        orders = new Orders(server.client(), TaskQueues.DEFAULT);
        worker = RunningWorker.start(
                server,
                List.of(),
                "spring.main.sources=com.acme.handover",
                "spring.temporal.workers[0].task-queue=" + TaskQueues.DEFAULT,
                "spring.temporal.workers[0].capacity.max-concurrent-workflow-task-executors=4",
                "durahook.destinations.order.kind=workflow",
                "durahook.destinations.order.workflow-id=order-{/order}",
                "durahook.destinations.order.update=paymentSucceeded",
                "durahook.destinations.order.policy=quick",
                "durahook.destinations.slow.kind=workflow",
                "durahook.destinations.slow.workflow-id=order-{/order}",
                "durahook.destinations.slow.update=slow",
                "durahook.destinations.new.kind=workflow",
                "durahook.destinations.new.workflow-id=order-{/order}",
                "durahook.destinations.new.update=paymentSucceeded",
                "durahook.destinations.new.missing=start",
                "durahook.destinations.new.type=" + Order.TYPE,
                "durahook.destinations.new.task-queue=" + TaskQueues.DEFAULT,
                "durahook.routes.new.event-types=test.new",
                "durahook.routes.new.destinations=new",
                "durahook.routes.paid.event-types=test.paid",
                "durahook.routes.paid.destinations=order",
                "durahook.routes.slow.event-types=test.slow",
                "durahook.routes.slow.destinations=slow");
    }

    @AfterAll
    static void stop() {
        worker.close();
        server.close();
    }

    @Test
    void workflowsOnTheSameWorkerTakeThem() {
        orders.start("same");
        List<Event> events = IntStream.range(0, 60)
                .mapToObj(number -> deliver("test.paid", "same"))
                .toList();

        assertThat(events).allSatisfy(event -> assertThat(event.result()).isEqualTo("order is paid by card"));
        assertThat(orders.taken("same")).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void slowHandlersDelayNoOtherEvent() {
        IntStream.range(0, 30).forEach(number -> orders.start("slow-" + number));
        List<Event> slow = IntStream.range(0, 30)
                .mapToObj(number -> deliver("test.slow", "slow-" + number))
                .toList();
        orders.start("quick");
        assertThat(deliver("test.paid", "quick").result()).isEqualTo("order is paid by card");

        IntStream.range(0, 30).forEach(number -> orders.of("slow-" + number).signal("release"));
        assertThat(slow).allSatisfy(event -> assertThat(event.result()).isEqualTo("at last"));
        IntStream.range(0, 30)
                .forEach(number -> assertThat(orders.taken("slow-" + number)).hasSize(1));
    }

    @Test
    void earlyEventParksAndIsHandedOverOnRetry() {
        Event early = deliver("test.paid", "early");
        assertThat(early.parked())
                .contains("order: workflow order-early has not started yet", "WorkflowNotStarted", "Attempts: 3");
        orders.start("early");
        early.signal("retry");
        assertThat(early.result()).isEqualTo("order is paid by card");
        assertThat(worker.counted("durahook.destination.attempts", "result", "WorkflowNotStarted"))
                .isEqualTo(3);
    }

    @Test
    void missingWorkflowIsStartedOnTheSameWorker() {
        Event event = deliver("test.new", "started");
        assertThat(event.result()).isEqualTo("order is paid by card");
        assertThat(orders.taken("started")).containsExactly(event.id());
    }

    @Test
    void missingWorkflowIsStartedWithTheLargestBody() {
        String begin = "{\"order\": \"large\", \"payment\": \"card\", \"note\": \"";
        Event event = RunningWorker.deliver(
                server.client(),
                "test.new",
                (begin + "a".repeat(2_000_000 - begin.length() - 2) + "\"}").getBytes(StandardCharsets.UTF_8));
        assertThat(event.result()).isEqualTo("order is paid by card");
        assertThat(orders.taken("large")).containsExactly(event.id());
    }

    // A reset repeats the whole event, with the same ID.
    @Test
    void eventThatIsResetIsNotHandedOverAgain() {
        orders.start("reset");
        Event event = deliver("test.paid", "reset");
        event.result();
        server.workflows().reset(event.id());
        Await.until("the event is done again", event::isSettled);
        assertThat(event.result()).isEqualTo("order is paid by card");
        assertThat(orders.taken("reset")).containsExactly(event.id());
    }

    private static Event deliver(String type, String order) {
        return RunningWorker.deliver(server.client(), type, Orders.body(order));
    }
}
