package dev.durahook.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.RunningTime;
import dev.durahook.testsupport.fault.FaultProxy;
import dev.durahook.testsupport.frontend.FakeFrontend;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import io.grpc.Status;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Temporal is down in each possible way: the answer is never 2xx or 4xx, and the receiver needs no restart when
 * Temporal is back.
 */
@RequiresTemporal
class OutageIT {

    /** The documented limit is 3 s; the machine that runs this test may be busy. The SDK alone would take a minute. */
    private static final Duration ANSWERED = Duration.ofSeconds(20);

    private static final int OUTAGE_DELIVERIES = 3;

    @TempDir
    private static Path folder;

    private static TemporalServer temporal;

    private FaultProxy proxy;
    private RunningReceiver receiver;

    @BeforeAll
    static void startTemporal() {
        temporal = TemporalServer.start(folder.resolve("temporal.db"));
    }

    @AfterAll
    static void stopTemporal() {
        temporal.close();
    }

    @BeforeEach
    void start() {
        proxy = FaultProxy.to(temporal.target());
        receiver = RunningReceiver.on(proxy.target(), RunningReceiver.DEFAULT_TIMEOUT);
    }

    @AfterEach
    void stop() {
        receiver.close();
        proxy.close();
    }

    @Test
    void aFrozenTemporal() throws Exception {
        survives("frozen", temporal::pause, temporal::resume);
    }

    @Test
    void aKilledTemporal() throws Exception {
        survives("killed", temporal::kill, temporal::restart);
    }

    @Test
    void aTemporalThatRefusesConnections() throws Exception {
        survives("refusing", proxy::refuse, proxy::heal);
    }

    @Test
    void aConnectionWhosePacketsVanish() throws Exception {
        survives("vanishing", proxy::blackHole, proxy::heal);
    }

    @Test
    void aNamespaceOutOfQuota() throws Exception {
        try (FakeFrontend frontend = FakeFrontend.start();
                RunningReceiver other = RunningReceiver.on(frontend.target(), RunningReceiver.DEFAULT_TIMEOUT)) {
            awaitAccepted(other.sender(), "before");

            frontend.answerStartsWith(Status.RESOURCE_EXHAUSTED.withDescription("namespace rate limit exceeded"));
            for (int i = 0; i < OUTAGE_DELIVERIES; i++) {
                assertNotStored(other.sender());
            }
            Await.until(
                    "readiness is up, because questions are answered",
                    () -> status(other.sender(), "readiness") == 200);
            Await.until("the metric says that Temporal answers", () -> metric(other) == 1);
            assertNotStored(other.sender());

            frontend.answerStartsWith(Status.OK);
            awaitAccepted(other.sender(), "after");
        }
    }

    private void survives(String id, Runnable outage, Runnable end) throws Exception {
        Sender sender = receiver.sender();
        awaitAccepted(sender, id);
        Await.until("readiness is up", () -> status(sender, "readiness") == 200);

        outage.run();
        for (int i = 0; i < OUTAGE_DELIVERIES; i++) {
            assertNotStored(sender);
        }
        awaitReadinessIsDown(sender);
        Await.until("the metric of the alert says so", () -> metric(receiver) == 0);
        assertThat(status(sender, "liveness")).isEqualTo(200);
        assertThat(sender.forged("github", id).statusCode()).isEqualTo(401);

        end.run();
        awaitAccepted(sender, id + "-after");
        Await.until("readiness is up", () -> status(sender, "readiness") == 200);
        Await.until("the first event is known", () -> {
            int status = push(sender, id).statusCode();
            assertThat(status).isIn(200, 503);
            return status == 200;
        });
        Await.until("the metric of the alert says so", () -> metric(receiver) == 1);
    }

    private static double metric(RunningReceiver receiver) {
        return receiver.beans(MeterRegistry.class)
                .iterator()
                .next()
                .get("durahook.temporal.answers")
                .gauge()
                .value();
    }

    private static void awaitReadinessIsDown(Sender sender) {
        try (RunningTime time = RunningTime.start()) {
            Await.until("readiness is down", () -> {
                assertThat(time.elapsed()).isLessThan(ANSWERED);
                return status(sender, "readiness") == 503;
            });
        }
    }

    private static void assertNotStored(Sender sender) {
        try (RunningTime time = RunningTime.start()) {
            HttpResponse<String> answer = push(sender, UUID.randomUUID().toString());

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(time.elapsed()).isLessThan(ANSWERED);
        }
    }

    // The event may have been stored by an attempt whose answer was lost.
    private static void awaitAccepted(Sender sender, String id) {
        Await.until("an event is accepted", () -> push(sender, id).statusCode() / 100 == 2);
    }

    private static HttpResponse<String> push(Sender sender, String id) {
        try {
            return sender.push(id, "{}");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int status(Sender sender, String probe) {
        try {
            return sender.get("/actuator/health/" + probe);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
