package dev.durahook.connection.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.fault.FaultProxy;
import dev.durahook.testsupport.frontend.FakeFrontend;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How soon a call succeeds once the way to Temporal is whole again. */
class ReconnectIT {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final FakeFrontend frontend = FakeFrontend.start();
    private final FaultProxy proxy = FaultProxy.to(frontend.target());
    private final StaleConnections stale = new StaleConnections();
    private final WorkflowServiceStubs stubs =
            WorkflowServiceStubs.newServiceStubs(new ReconnectCustomizer(stale, new ServerLossDetector())
                    .customize(WorkflowServiceStubsOptions.newBuilder()
                            .setTarget(proxy.target())
                            .setRpcTimeout(Duration.ofSeconds(2)))
                    .build());

    ReconnectIT() {
        stale.watch(stubs.getRawChannel());
    }

    @AfterEach
    void stop() {
        stubs.shutdownNow();
        proxy.close();
        frontend.close();
    }

    @Test
    void callSucceedsSoonAfterARefusingServerIsBack() throws InterruptedException {
        call();
        proxy.refuse();
        // By then gRPC would leave 13 s and more between two attempts to connect.
        keepCallingFor(Duration.ofSeconds(31));
        proxy.heal();
        Await.until("a call succeeds", SOON, this::succeeds);
    }

    @Test
    void callSucceedsSoonAfterABlackHole() throws InterruptedException {
        call();
        proxy.blackHole();
        keepCallingFor(Duration.ofSeconds(10));
        proxy.heal();
        Await.until("a call succeeds", SOON, this::succeeds);
    }

    @Test
    void callSucceedsSoonAfterAnOldConnectionWasForgotten() {
        call();
        proxy.blackHole();
        proxy.heal();
        assertThatThrownBy(this::call).hasMessageContaining("DEADLINE_EXCEEDED");
        call();
    }

    @Test
    void slowServerIsNotSwampedWithConnections() throws InterruptedException {
        call();
        proxy.blackHole();
        int before = proxy.accepted();
        long end = System.nanoTime() + Duration.ofSeconds(7).toNanos();
        while (System.nanoTime() < end) {
            assertThatThrownBy(() -> call(Duration.ofMillis(50))).isInstanceOf(StatusRuntimeException.class);
        }
        // A hundred calls time out, and one connection is made in two seconds.
        assertThat(proxy.accepted() - before).isBetween(1, 6);
    }

    private void keepCallingFor(Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            assertThat(succeeds()).isFalse();
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean succeeds() {
        try {
            call();
            return true;
        } catch (StatusRuntimeException e) {
            return false;
        }
    }

    private void call() {
        call(Duration.ofSeconds(2));
    }

    private void call(Duration deadline) {
        stubs.blockingStub()
                .withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .describeNamespace(DescribeNamespaceRequest.newBuilder()
                        .setNamespace("default")
                        .build());
    }
}
