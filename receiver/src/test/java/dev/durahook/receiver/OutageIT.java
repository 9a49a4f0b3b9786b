package dev.durahook.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.fault.FaultProxy;
import dev.durahook.testsupport.frontend.FakeFrontend;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import io.grpc.Status;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Temporal is down in each possible way: the answer is never 2xx or 4xx, and the receiver needs no restart when
 * Temporal is back.
 */
@RequiresTemporal
class OutageIT {

    /** The documented limit is 3 s; the machine that runs this test may be busy. */
    private static final Duration ANSWERED = Duration.ofSeconds(20);

    private static final int OUTAGE_DELIVERIES = 5;

    @TempDir
    private Path folder;

    private TemporalServer temporal;
    private FaultProxy proxy;
    private RunningReceiver receiver;

    @BeforeEach
    void start() {
        temporal = TemporalServer.start(folder.resolve("temporal.db"));
        proxy = FaultProxy.to(temporal.target());
        receiver = RunningReceiver.on(proxy.target());
    }

    @AfterEach
    void stop() {
        receiver.close();
        proxy.close();
        temporal.close();
    }

    @Test
    void aFrozenTemporal() throws Exception {
        survives(temporal::pause, temporal::resume);
    }

    @Test
    void aKilledTemporal() throws Exception {
        survives(temporal::kill, temporal::restart);
    }

    @Test
    void aTemporalThatRefusesConnections() throws Exception {
        survives(proxy::refuse, proxy::heal);
    }

    @Test
    void aConnectionWhosePacketsVanish() throws Exception {
        survives(proxy::blackHole, proxy::heal);
    }

    @Test
    void aNamespaceOutOfQuota() throws Exception {
        try (FakeFrontend frontend = FakeFrontend.start();
                RunningReceiver other = RunningReceiver.on(frontend.target())) {
            assertThat(other.sender().push("before", "{}").statusCode()).isEqualTo(202);

            frontend.answerStartsWith(Status.RESOURCE_EXHAUSTED.withDescription("namespace rate limit exceeded"));
            assertNotStored(other.sender());

            frontend.answerStartsWith(Status.OK);
            assertAcceptedAgain(other.sender());
        }
    }

    private void survives(Runnable outage, Runnable end) throws Exception {
        Sender sender = receiver.sender();
        assertThat(sender.push("before", "{}").statusCode()).isEqualTo(202);
        assertThat(sender.get("/actuator/health/readiness")).isEqualTo(200);

        outage.run();
        for (int i = 0; i < OUTAGE_DELIVERIES; i++) {
            assertNotStored(sender);
        }
        Await.until("readiness is down", ANSWERED, () -> status(sender, "readiness") == 503);
        assertThat(status(sender, "liveness")).isEqualTo(200);
        assertThat(sender.forged("github", "before").statusCode()).isEqualTo(401);

        end.run();
        assertAcceptedAgain(sender);
        Await.until("readiness is up", () -> status(sender, "readiness") == 200);
        assertThat(sender.push("before", "{}").statusCode()).isEqualTo(200);
    }

    private static void assertNotStored(Sender sender) throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> answer = sender.push(UUID.randomUUID().toString(), "{}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ANSWERED);
    }

    private static void assertAcceptedAgain(Sender sender) {
        String id = UUID.randomUUID().toString();
        Await.until("accepted again", () -> {
            try {
                // The event may have been stored by an attempt whose answer was lost.
                return sender.push(id, "{}").statusCode() / 100 == 2;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static int status(Sender sender, String probe) {
        try {
            return sender.get("/actuator/health/" + probe);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
