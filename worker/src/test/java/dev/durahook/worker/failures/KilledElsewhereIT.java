package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.process.JavaProcess;
import dev.durahook.testsupport.process.JavaProcessBuilder;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.worker.destination.workflow.Order;
import dev.durahook.worker.destination.workflow.OrderWorkflow;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.worker.WorkerFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The worker is killed when workflows in another namespace have taken events, and before the worker knows it. Temporal
 * recognises the repeated updates there as well.
 */
@RequiresTemporal
@Timeout(300)
class KilledElsewhereIT {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String SHOP = "shop";
    private static final String QUEUE = "orders";
    private static final int EVENTS = 8;

    @Test
    void eachEventIsTakenOnce() {
        try (TemporalServer server = TemporalServer.start(
                TemporalServerOptions.inMemory().withStatus().withNamespace(SHOP))) {
            WorkflowClient shop = server.client(SHOP);
            WorkerFactory orders = WorkerFactory.newInstance(shop);
            orders.newWorker(QUEUE).registerWorkflowImplementationTypes(OrderWorkflow.class);
            orders.start();
            WorkflowStub order = order(shop);
            List<Event> events = IntStream.range(0, EVENTS)
                    .mapToObj(number -> RunningWorker.deliver(
                            server.client(), "test.slow", "{\"order\": 17}".getBytes(StandardCharsets.UTF_8)))
                    .toList();
            try (JavaProcess worker = worker(server).start()) {
                Await.until(
                        "the order has taken each event",
                        LONG,
                        () -> taken(order).size() == EVENTS);
                worker.kill();
            }
            try (JavaProcess worker = worker(server).start()) {
                order.signal("release");
                assertThat(events)
                        .allSatisfy(event ->
                                assertThat(event.result()).isEqualTo("at last (workflow order-17 in namespace shop)"));
                worker.awaitLine(
                        "durahook.destinations.nowhere.namespace could not be checked.* namespace \"nowhere\" not found:"
                                + " temporal operator namespace create --namespace nowhere",
                        LONG);
            }
            assertThat(taken(order))
                    .doesNotHaveDuplicates()
                    .hasSameElementsAs(events.stream().map(Event::id).toList());
            orders.shutdownNow();
        }
    }

    private static WorkflowStub order(WorkflowClient shop) {
        WorkflowStub order = shop.newUntypedWorkflowStub(
                Order.TYPE,
                WorkflowOptions.newBuilder()
                        .setTaskQueue(QUEUE)
                        .setWorkflowId("order-17")
                        .build());
        order.start();
        return order;
    }

    @SuppressWarnings("unchecked")
    private static List<String> taken(WorkflowStub order) {
        return (List<String>) order.query("taken", List.class);
    }

    private static JavaProcessBuilder worker(TemporalServer server) {
        return JavaProcess.of(HandoverShop.class)
                .environment("TEMPORAL_ADDRESS", server.target())
                .arguments(
                        "--durahook.policies.default.initial-interval=1s",
                        "--durahook.policies.default.start-to-close-timeout=10s",
                        "--durahook.destinations.slow.kind=workflow",
                        "--durahook.destinations.slow.namespace=" + SHOP,
                        "--durahook.destinations.slow.workflow-id=order-{/order}",
                        "--durahook.destinations.slow.update=slow",
                        "--durahook.routes.slow.event-types=test.slow",
                        "--durahook.routes.slow.destinations=slow",
                        "--durahook.destinations.nowhere.kind=workflow",
                        "--durahook.destinations.nowhere.namespace=nowhere",
                        "--durahook.destinations.nowhere.workflow-id=order-{/order}",
                        "--durahook.destinations.nowhere.update=slow");
    }
}
