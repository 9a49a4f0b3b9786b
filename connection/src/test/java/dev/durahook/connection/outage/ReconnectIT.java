package dev.durahook.connection.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.connection.FaultyConnection;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.fault.FaultProxy;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Calls succeed soon after the connection to Temporal works again. */
@Execution(ExecutionMode.CONCURRENT)
class ReconnectIT {

    // Together 12 s, which is less than gRPC's own wait. While a machine stands still, no tick passes.
    private static final int SOON_TICKS = 120;
    private static final Duration TICK = Duration.ofMillis(100);

    private final StaleConnections stale = new StaleConnections();

    @RegisterExtension
    final FaultyConnection connection =
            FaultyConnection.with(options -> new ReconnectCustomizer(stale, new ServerLossDetector())
                    .customize(options.setRpcTimeout(Duration.ofSeconds(2))));

    private final FaultProxy proxy = connection.proxy();
    private final WorkflowServiceStubs stubs = connection.stubs();

    ReconnectIT() {
        stale.watch(stubs.getRawChannel());
    }

    @Test
    void callSucceedsSoonAfterARefusingServerIsBack() throws InterruptedException {
        connect();
        proxy.refuse();
        // After this time, gRPC by default waits 13 s or longer between two attempts to connect.
        keepCallingFor(Duration.ofSeconds(31));
        proxy.heal();
        assertSucceedsSoon();
    }

    @Test
    void callSucceedsSoonAfterABlackHole() throws InterruptedException {
        connect();
        proxy.blackHole();
        keepCallingFor(Duration.ofSeconds(10));
        proxy.heal();
        assertSucceedsSoon();
    }

    @Test
    void callSucceedsSoonAfterAnOldConnectionWasForgotten() throws InterruptedException {
        connect();
        proxy.blackHole();
        proxy.heal();
        assertThatThrownBy(this::call).hasMessageContaining("DEADLINE_EXCEEDED");
        assertSucceedsSoon();
    }

    @Test
    void slowServerIsNotFloodedWithConnections() throws InterruptedException {
        connect();
        proxy.blackHole();
        int before = proxy.accepted();
        long begin = System.nanoTime();
        Duration time = Duration.ZERO;
        while (time.compareTo(Duration.ofSeconds(7)) < 0
                || (proxy.accepted() == before && time.compareTo(Await.PATIENCE) < 0)) {
            assertThatThrownBy(() -> call(Duration.ofMillis(50))).isInstanceOf(StatusRuntimeException.class);
            time = Duration.ofNanos(System.nanoTime() - begin);
        }
        // A hundred calls time out, but only one connection is opened in two seconds.
        assertThat(proxy.accepted() - before).isBetween(1, 3 + (int) time.toSeconds() / 2);
    }

    // On a busy machine the first call takes longer than the others may.
    private void connect() {
        Await.until("a first call succeeds", this::succeeds);
    }

    private void assertSucceedsSoon() throws InterruptedException {
        AtomicInteger ticks = new AtomicInteger();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        ScheduledFuture<?> unused =
                clock.scheduleWithFixedDelay(ticks::incrementAndGet, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
        try {
            while (!succeeds()) {
                assertThat(ticks.get()).as("ticks without success").isLessThan(SOON_TICKS);
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } finally {
            clock.shutdownNow();
        }
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
