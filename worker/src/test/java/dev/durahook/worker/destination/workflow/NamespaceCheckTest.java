package dev.durahook.worker.destination.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.connection.server.ServerDescription;
import dev.durahook.worker.destination.Destinations;
import dev.durahook.worker.destination.workflow.namespace.NamespaceClients;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class NamespaceCheckTest {

    private static final NamespaceGate GATE = new NamespaceGate();

    private static TestWorkflowEnvironment temporal;

    @BeforeAll
    static void start() {
        temporal = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowServiceStubsOptions(WorkflowServiceStubsOptions.newBuilder()
                        .addGrpcClientInterceptor(GATE)
                        .build())
                .build());
    }

    @AfterAll
    static void stop() {
        temporal.close();
    }

    @Test
    void missingNamespaceIsWarnedAboutWithTheCommandThatCreatesIt(CapturedOutput output) {
        check(NamespaceGate.MISSING);
        assertThat(output)
                .contains(
                        "WARN",
                        "durahook.destinations.orders.namespace names a namespace that may not be usable. Events")
                .contains(
                        "fail. Reason: namespace \"missing\" not found: temporal operator namespace create --namespace missing"
                                + " --retention 7d");
    }

    @Test
    void namespaceThatMayNotBeAskedForIsWarnedAbout(CapturedOutput output) {
        check(NamespaceGate.LOCKED);
        assertThat(output)
                .contains(
                        "WARN",
                        "durahook.destinations.orders.namespace names a namespace that may not be usable. Events")
                .contains(
                        "fail. Reason: the credentials are not accepted for namespace \"locked\": Request unauthorized.");
    }

    @Test
    void namespaceThatExistsIsNotLogged(CapturedOutput output) {
        check("shop");
        assertThat(GATE.namespacesOf("DescribeNamespace")).contains("shop");
        assertThat(output.getAll()).doesNotContain("may not be usable");
    }

    // The server has described it already.
    @Test
    void workersOwnNamespaceIsNotAskedFor(CapturedOutput output) {
        check("payments");
        assertThat(GATE.namespacesOf("DescribeNamespace")).doesNotContain("payments");
        assertThat(output.getAll()).doesNotContain("may not be usable");
    }

    private static void check(String namespace) {
        NamespaceClients clients = new NamespaceClients(temporal::getWorkflowClient, temporal::getWorkflowServiceStubs);
        MockEnvironment environment = new MockEnvironment()
                .withProperty("durahook.destinations.orders.kind", "workflow")
                .withProperty("durahook.destinations.orders.namespace", namespace)
                .withProperty("durahook.destinations.orders.workflow-id", "order-{/order}")
                .withProperty("durahook.destinations.orders.update", "paid");
        new NamespaceCheck(Destinations.of(environment, List.of(new WorkflowKind(clients))), clients)
                .check(new ServerDescription(
                        "127.0.0.1:7233", "127.0.0.1:7233", "payments", "1.31.2", null, null, "", ""));
    }
}
