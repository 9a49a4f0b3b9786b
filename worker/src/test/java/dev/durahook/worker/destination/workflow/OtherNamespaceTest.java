package dev.durahook.worker.destination.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.worker.PatientWorkers;
import dev.durahook.worker.destination.kind.DestinationException;
import dev.durahook.workflows.destination.DestinationFailure;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The cases in memory, with the workflows in another namespace than the worker that hands events over. */
class OtherNamespaceTest extends HandoverCases {

    private static final String SHOP = "shop";

    private static final NamespaceGate GATE = new NamespaceGate();
    private static TestWorkflowEnvironment environment;
    private static WorkflowClient shop;
    private static WorkerFactory workers;

    @BeforeAll
    static void begin() {
        environment = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowServiceStubsOptions(WorkflowServiceStubsOptions.newBuilder()
                        .addGrpcClientInterceptor(GATE)
                        .build())
                .build());
        shop = WorkflowClient.newInstance(
                environment.getWorkflowServiceStubs(),
                WorkflowClientOptions.newBuilder().setNamespace(SHOP).build());
        workers = WorkerFactory.newInstance(shop);
        workers.newWorker(QUEUE, PatientWorkers.options()).registerWorkflowImplementationTypes(OrderWorkflow.class);
        workers.start();
    }

    @AfterAll
    static void end() {
        workers.shutdownNow();
        environment.close();
    }

    @Override
    WorkflowClient client() {
        return shop;
    }

    @Override
    WorkflowClient own() {
        return environment.getWorkflowClient();
    }

    @Override
    WorkflowServiceStubs connection() {
        return environment.getWorkflowServiceStubs();
    }

    // Temporal Cloud finds the namespace of a call by its header, and not by its request.
    @Test
    void headerOfEachCallNamesTheOtherNamespace() throws Exception {
        sender("update", "paymentSucceeded", "missing", "park").fails(event(), order());
        assertThat(GATE.namespacesOf("DescribeWorkflowExecution")).contains(SHOP);

        starter("update", "paymentSucceeded").send(event(), order());
        assertThat(GATE.namespacesOf("ExecuteMultiOperation")).contains(SHOP).doesNotContain("default");
        sender("update", "bodyAlone").send(event(), order());
        assertThat(GATE.namespacesOf("UpdateWorkflowExecution")).contains(SHOP).doesNotContain("default");
    }

    @Test
    void workflowOfTheSameIdInTheWorkersNamespaceGetsNothing() {
        own().newUntypedWorkflowStub(
                        Order.TYPE,
                        WorkflowOptions.newBuilder()
                                .setTaskQueue(QUEUE)
                                .setWorkflowId("order-" + order())
                                .build())
                .start();
        assertThat(sender("update", "paymentSucceeded").fails(event(), order()))
                .hasMessage("orders: workflow order-" + order() + " in namespace shop has not started yet");
    }

    @Test
    void namespaceThatTheCredentialsMayNotUseIsNoMissingWorkflow() {
        for (String missing : new String[] {"wait", "park"}) {
            DestinationException denied = sender(
                            "update", "paymentSucceeded", "missing", missing, "namespace", NamespaceGate.LOCKED)
                    .fails(event(), order());
            assertThat(denied.failure()).isEqualTo(DestinationFailure.NAMESPACE_DENIED);
            assertThat(denied)
                    .hasMessage("orders: workflow order-" + order()
                            + " in namespace locked can't take the update paymentSucceeded, because the worker's"
                            + " credentials are not accepted for namespace locked (PERMISSION_DENIED Request"
                            + " unauthorized.). Give them write access, or correct"
                            + " durahook.destinations.orders.namespace");
        }
    }

    // A namespace may be read, and not written.
    @Test
    void startThatTheCredentialsMayNotMakeIsDeniedToo() {
        for (String kind : new String[] {"update paymentSucceeded", "signal paid"}) {
            String[] handler = kind.split(" ");
            assertThat(starter(handler[0], handler[1], "namespace", NamespaceGate.READ_ONLY)
                            .fails(event(), order())
                            .failure())
                    .isEqualTo(DestinationFailure.NAMESPACE_DENIED);
        }
    }

    @Test
    void namespaceThatDoesNotExistIsNoMissingWorkflow() {
        for (String missing : new String[] {"wait", "park"}) {
            DestinationException gone = sender("signal", "paid", "missing", missing, "namespace", NamespaceGate.MISSING)
                    .fails(event(), order());
            assertThat(gone.failure()).isEqualTo(DestinationFailure.NAMESPACE_MISSING);
            assertThat(gone)
                    .hasMessage("orders: workflow order-" + order()
                            + " in namespace missing can't be found, because Temporal has no namespace missing."
                            + " Create the namespace, or correct durahook.destinations.orders.namespace");
        }
        assertThat(starter("update", "paymentSucceeded", "namespace", NamespaceGate.MISSING)
                        .fails(event(), order())
                        .failure())
                .isEqualTo(DestinationFailure.NAMESPACE_MISSING);
    }
}
