package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Durations;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.worker.PatientWorkers;
import dev.durahook.worker.destination.workflow.Order;
import dev.durahook.worker.destination.workflow.OrderWorkflow;
import dev.durahook.workflows.TaskQueues;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.RegisterNamespaceRequest;
import io.temporal.worker.WorkerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Events of the namespace default are handed over to workflows in another namespace. */
@RequiresTemporal
class HandoverToOtherNamespaceIT {

    private static final String SHOP = "shop";
    private static final String LATER = "later";

    private static TemporalServer server;
    private static WorkerFactory workers;
    private static RunningWorker worker;

    @BeforeAll
    static void start() {
        server = TemporalServer.start(
                TemporalServerOptions.inMemory().withStatus().withNamespace(SHOP));
        workers = work(SHOP);
        worker = RunningWorker.start(
                server,
                List.of(),
                Stream.of(
                                destination("paid", SHOP, "update=paymentSucceeded"),
                                destination("signalled", SHOP, "signal=paid"),
                                // The queue's name is that of a queue of this worker, in its own namespace.
                                destination(
                                        "started",
                                        SHOP,
                                        "update=paymentSucceeded",
                                        "missing=start",
                                        "type=" + Order.TYPE,
                                        "task-queue=" + TaskQueues.DEFAULT),
                                destination(
                                        "unknown",
                                        LATER,
                                        "update=paymentSucceeded",
                                        "missing=start",
                                        "type=" + Order.TYPE,
                                        "task-queue=" + TaskQueues.DEFAULT))
                        .flatMap(List::stream)
                        .toArray(String[]::new));
    }

    private static List<String> destination(String name, String namespace, String... keys) {
        List<String> properties = new ArrayList<>(List.of(
                "durahook.routes." + name + ".event-types=test." + name,
                "durahook.routes." + name + ".destinations=" + name));
        Stream.concat(
                        Stream.of(
                                "kind=workflow",
                                "namespace=" + namespace,
                                "workflow-id=order-{/order}",
                                "policy=" + RunningWorker.QUICK),
                        Stream.of(keys))
                .forEach(key -> properties.add("durahook.destinations." + name + "." + key));
        return properties;
    }

    @AfterAll
    static void stop() {
        worker.close();
        workers.shutdownNow();
        server.close();
    }

    @Test
    void updateReachesTheOtherNamespaceAndItsEventSaysWhere() {
        orders(SHOP).start("update");
        Event event = deliver("test.paid", "update");
        assertThat(event.result()).isEqualTo("order is paid by card (workflow order-update in namespace shop)");
        assertThat(event.details()).contains("workflow order-update in namespace shop");
        assertThat(orders(SHOP).taken("update")).containsExactly(event.id());
    }

    @Test
    void signalReachesTheOtherNamespace() {
        orders(SHOP).start("signal");
        Event event = deliver("test.signalled", "signal");
        assertThat(event.result()).isEqualTo("signalled: paid sent (workflow order-signal in namespace shop)");
        Await.until("the order has it", () -> orders(SHOP).taken("signal").equals(List.of(event.id())));
    }

    @Test
    void missingWorkflowIsStartedThere() {
        Event event = deliver("test.started", "started");
        assertThat(event.result()).isEqualTo("order is paid by card (workflow order-started in namespace shop)");
        assertThat(orders(SHOP).taken("started")).containsExactly(event.id());
        assertThat(server.workflows().count("WorkflowId = 'order-started'")).isZero();
    }

    // The workflow of that ID in the worker's own namespace is another one.
    @Test
    void workflowThatIsMissingThereParksTheEventUntilItIsStarted() {
        orders("default").start("early");
        Event early = deliver("test.paid", "early");
        assertThat(early.parked())
                .contains(
                        "paid: workflow order-early in namespace shop has not started yet",
                        "WorkflowNotStarted",
                        "Attempts: 3");
        orders(SHOP).start("early");
        early.signal("retry");
        assertThat(early.result()).startsWith("order is paid by card");
    }

    // It is not started either: a missing namespace is no missing workflow.
    @Test
    void namespaceThatIsMissingParksTheEventUntilItIsCreated() {
        Event event = deliver("test.unknown", "unknown");
        assertThat(event.parked())
                .contains(
                        "unknown: workflow order-unknown in namespace later can't be found, because Temporal has no"
                                + " namespace later",
                        "durahook.destinations.unknown.namespace",
                        "NamespaceMissing",
                        "Attempts: 3");
        assertThat(worker.counted("durahook.destination.attempts", "result", "NamespaceMissing"))
                .isEqualTo(3);

        create(LATER);
        WorkerFactory there = work(LATER);
        event.signal("retry");
        assertThat(event.result()).isEqualTo("order is paid by card (workflow order-unknown in namespace later)");
        there.shutdownNow();
    }

    @Test
    void eventThatIsResetIsNotHandedOverAgain() {
        orders(SHOP).start("reset");
        Event event = deliver("test.paid", "reset");
        event.result();
        server.workflows().reset(event.id());
        Await.until("the event is done again", event::isSettled);
        assertThat(event.result()).startsWith("order is paid by card");
        assertThat(orders(SHOP).taken("reset")).containsExactly(event.id());
    }

    private static Event deliver(String type, String order) {
        return RunningWorker.deliver(server.client(), type, Orders.body(order));
    }

    private static WorkerFactory work(String namespace) {
        WorkerFactory factory = WorkerFactory.newInstance(server.client(namespace));
        factory.newWorker(TaskQueues.DEFAULT, PatientWorkers.options())
                .registerWorkflowImplementationTypes(OrderWorkflow.class);
        factory.start();
        return factory;
    }

    private static Orders orders(String namespace) {
        return new Orders(server.client(namespace), TaskQueues.DEFAULT);
    }

    // Each part of the server learns of a new namespace for itself.
    private static void create(String namespace) {
        server.stubs()
                .blockingStub()
                .registerNamespace(RegisterNamespaceRequest.newBuilder()
                        .setNamespace(namespace)
                        .setWorkflowExecutionRetentionPeriod(Durations.fromDays(1))
                        .build());
        Await.until("the namespace is known", () -> isKnown(namespace));
    }

    private static boolean isKnown(String namespace) {
        try {
            server.stubs()
                    .blockingStub()
                    .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                            .setNamespace(namespace)
                            .setExecution(WorkflowExecution.newBuilder().setWorkflowId("none"))
                            .build());
            return true;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode() == Status.Code.NOT_FOUND
                    && !String.valueOf(e.getStatus().getDescription()).contains(namespace);
        }
    }
}
