package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.process.JavaProcess;
import dev.durahook.testsupport.process.JavaProcessBuilder;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.worker.PatientWorkers;
import dev.durahook.worker.destination.workflow.OrderWorkflow;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import io.temporal.worker.WorkerFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The worker is killed when workflows in another namespace have taken events, and before the worker knows it. Temporal
 * recognises the repeated updates there as well.
 */
@RequiresTemporal
class KilledOtherNamespaceIT {

    private static final String SHOP = "shop";
    private static final String QUEUE = "orders";
    private static final int ORDER = 17;
    private static final int EVENTS = 8;

    @Test
    void eachEventIsTakenOnce() {
        try (TemporalServer server = TemporalServer.start(
                TemporalServerOptions.inMemory().withStatus().withNamespace(SHOP))) {
            WorkflowClient shop = server.client(SHOP);
            WorkerFactory workers = WorkerFactory.newInstance(shop);
            workers.newWorker(QUEUE, PatientWorkers.options()).registerWorkflowImplementationTypes(OrderWorkflow.class);
            workers.start();
            Orders orders = new Orders(shop, QUEUE);
            WorkflowStub order = orders.start(ORDER);
            List<Event> events = IntStream.range(0, EVENTS)
                    .mapToObj(number -> RunningWorker.deliver(
                            server.client(), "test.slow", Orders.body(ORDER), RunningWorker.USUAL_TASK))
                    .toList();
            try (JavaProcess worker = worker(server).start()) {
                Await.until(
                        "the order has taken each event",
                        () -> orders.taken(ORDER).size() == EVENTS);
                worker.kill();
            }
            try (JavaProcess worker = worker(server).start()) {
                order.signal("release");
                assertThat(events)
                        .allSatisfy(event ->
                                assertThat(event.result()).isEqualTo("at last (workflow order-17 in namespace shop)"));
                worker.awaitLine(
                        "durahook.destinations.nowhere.namespace names a namespace that may not be usable.* namespace \"nowhere\" not found:"
                                + " temporal operator namespace create --namespace nowhere");
            }
            assertThat(orders.taken(ORDER))
                    .doesNotHaveDuplicates()
                    .hasSameElementsAs(events.stream().map(Event::id).toList());
            workers.shutdownNow();
        }
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
