package dev.durahook.connection.outage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.connection.FaultyConnection;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.fault.FaultProxy;
import dev.durahook.testsupport.frontend.FakeFrontend;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TemporalHealthTest {

    @RegisterExtension
    final FaultyConnection connection = FaultyConnection.with(
            options -> new ReconnectCustomizer(new StaleConnections(), new ServerLossDetector()).customize(options));

    private final FakeFrontend frontend = connection.frontend();
    private final FaultProxy proxy = connection.proxy();
    private final AtomicLong nanoTime = new AtomicLong();
    private final AtomicInteger changes = new AtomicInteger();
    private final TemporalHealth health =
            new TemporalHealth(WorkflowClient.newInstance(connection.stubs()), nanoTime::get, changes::incrementAndGet);

    @Test
    void isUpIfTemporalKnowsTheNamespace() {
        awaitUp();
        Health up = health.health();
        assertThat(up.getStatus()).isEqualTo(Status.UP);
        assertThat(up.getDetails()).containsEntry("address", proxy.target()).containsEntry("namespace", "default");
    }

    @Test
    void isDownWithAPlainReasonIfNoServerListens() {
        proxy.refuse();
        // On a busy machine, the time of a call may be over before its connection is refused.
        String reason = Await.value(
                "the port refuses",
                () -> Optional.of(ask().getDetails().get("reason").toString())
                        .filter(given -> given.contains("refused")));
        assertThat(reason).startsWith(proxy.target() + " can't be reached: ");
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void isDownIfNoAnswerComesInTime() {
        proxy.blackHole();
        assertThat(health.health().getDetails()).containsEntry("reason", "no answer in time from " + proxy.target());
    }

    @Test
    void asksTemporalOnceASecondAtMost() {
        awaitUp();
        int asked = frontend.headers().size();
        nanoTime.addAndGet(Duration.ofMillis(999).toNanos());
        health.health();
        assertThat(frontend.headers()).hasSize(asked);
        nanoTime.addAndGet(Duration.ofMillis(1).toNanos());
        if (health.health().getStatus().equals(Status.UP)) {
            assertThat(frontend.headers()).hasSize(asked + 1);
        } else {
            // On a busy machine, the time of the call may be over before it reaches the server.
            awaitUp();
            assertThat(frontend.headers()).hasSizeGreaterThan(asked);
        }
    }

    @Test
    void eachChangeIsReportedOnceAlsoIfTheReasonChanges() {
        proxy.refuse();
        ask();
        ask();
        assertThat(changes).hasValue(1);
        proxy.heal();
        awaitUp();
        assertThat(changes).hasValue(2);
    }

    @Test
    void healthLogsNothingBecauseTheWatchLogs(CapturedOutput output) {
        proxy.refuse();
        ask();
        assertThat(output).doesNotContain(proxy.target());
    }

    // The first call connects, which on a busy machine takes longer than the call may.
    private void awaitUp() {
        Await.until("up", () -> ask().getStatus().equals(Status.UP));
    }

    private Health ask() {
        nanoTime.addAndGet(Duration.ofSeconds(2).toNanos());
        return health.health();
    }
}
