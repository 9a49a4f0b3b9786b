package dev.durahook.worker.destination.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.worker.PatientWorkers;
import dev.durahook.workflows.destination.DestinationFailure;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.worker.WorkerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases on a real server, with the workflows in another namespace than the worker that hands events over. */
@RequiresTemporal
class OtherNamespaceIT extends HandoverCases {

    private static final String SHOP = "shop";

    private static TemporalServer server;
    private static WorkerFactory workers;

    @BeforeAll
    static void begin() {
        server = TemporalServer.start(TemporalServerOptions.inMemory().withNamespace(SHOP));
        workers = WorkerFactory.newInstance(server.client(SHOP));
        workers.newWorker(QUEUE, PatientWorkers.options()).registerWorkflowImplementationTypes(OrderWorkflow.class);
        workers.start();
    }

    @AfterAll
    static void end() {
        workers.shutdownNow();
        server.close();
    }

    @Override
    WorkflowClient client() {
        return server.client(SHOP);
    }

    @Override
    WorkflowClient own() {
        return server.client();
    }

    @Override
    WorkflowServiceStubs connection() {
        return server.stubs();
    }

    @Test
    void repeatedSignalIsTakenOnceAlthoughTheWorkflowHasContinuedAsNew() throws Exception {
        start();
        WorkflowSender sender = sender("signal", "paid");
        sender.send(event(), order());
        awaitTaken(event().id());
        moveOn();
        assertThat(sender.send(event(), order())).isEqualTo(told("orders: paid sent"));
        awaitTaken(event().id());
    }

    @Test
    void missingWorkflowIsStartedAndSignalledOnce() throws Exception {
        WorkflowSender sender = starter("signal", "paid");
        sender.send(event(), order());
        sender.send(event(), order());
        awaitTaken(event().id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait", "park", "start"})
    void namespaceThatDoesNotExistIsNoMissingWorkflow(String missing) {
        WorkflowSender sender = missing.equals("start")
                ? starter("update", "paymentSucceeded", "namespace", "nowhere")
                : sender("update", "paymentSucceeded", "missing", missing, "namespace", "nowhere");
        assertThat(sender.fails(event(), order()).failure()).isEqualTo(DestinationFailure.NAMESPACE_MISSING);
    }
}
