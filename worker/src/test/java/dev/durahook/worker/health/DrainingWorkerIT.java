package dev.durahook.worker.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.process.JavaProcess;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.worker.WorkerApplication;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import io.temporal.client.WorkflowOptions;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SIGTERM to a worker while a destination has not answered: health and metrics can be read until the work has ended. */
@RequiresTemporal
class DrainingWorkerIT {

    private final int port = FreePort.next();
    private final CountDownLatch sent = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private HttpServer destination;

    @BeforeEach
    void startDestination() throws IOException {
        destination = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        destination.createContext("/", exchange -> {
            sent.countDown();
            try {
                answered.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        destination.start();
    }

    @AfterEach
    void stopDestination() {
        answered.countDown();
        destination.stop(0);
    }

    @Test
    void portIsOpenUntilTheWorkHasEnded() throws Exception {
        try (TemporalServer temporal = TemporalServer.start();
                JavaProcess worker = worker(temporal)) {
            deliver(temporal);
            assertThat(sent.await(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            worker.terminate();
            Await.until("the worker stops", () -> status("readiness") == 503);
            for (int i = 0; i < 20; i++) {
                assertThat(status("liveness")).isEqualTo(200);
                TimeUnit.MILLISECONDS.sleep(100);
            }
            answered.countDown();
            worker.awaitEnd();
            assertThat(worker.output()).doesNotContain("Activities still run");
        }
    }

    private JavaProcess worker(TemporalServer temporal) {
        return JavaProcess.of(WorkerApplication.class)
                .environment("MANAGEMENT_SERVER_PORT", String.valueOf(port))
                .environment("TEMPORAL_ADDRESS", temporal.target())
                .arguments(
                        "--spring.main.web-application-type=servlet",
                        // However long the machine takes for the probes, the attempt goes on until it is answered.
                        "--durahook.worker.shutdown-timeout=10m",
                        "--durahook.policies.default.start-to-close-timeout=10m",
                        "--durahook.destinations.crm.request-timeout=10m",
                        "--durahook.destinations.crm.total-timeout=10m",
                        "--durahook.routes.all.event-types=shop.*",
                        "--durahook.routes.all.destinations=crm",
                        "--durahook.destinations.crm.url=http://127.0.0.1:"
                                + destination.getAddress().getPort() + "/",
                        "--durahook.destinations.crm.signature=none")
                .start();
    }

    private static void deliver(TemporalServer temporal) {
        temporal.client()
                .newUntypedWorkflowStub(
                        "shop.order",
                        WorkflowOptions.newBuilder()
                                .setWorkflowId("shop:1")
                                .setTaskQueue(TaskQueues.DEFAULT)
                                .build())
                .start(
                        new WebhookEvent("shop:1", "shop", "shop.order", Instant.now(), Map.of(), null),
                        EventBody.of("{}".getBytes(StandardCharsets.UTF_8)));
    }

    private int status(String probe) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/actuator/health/" + probe)
                            .toURL()
                            .openConnection();
            connection.setRequestProperty("Connection", "close");
            connection.setReadTimeout((int) Await.PATIENCE.toMillis());
            return connection.getResponseCode();
        } catch (IOException closed) {
            return 0;
        }
    }
}
