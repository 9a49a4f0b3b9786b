package dev.durahook.worker.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.process.JavaProcess;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.Outcome;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker logs one line when Temporal goes, and one when Temporal comes back. */
@RequiresTemporal
class OutageLogsIT {

    private static final int OUTAGE_SECONDS = 15;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void outageIsLoggedOnceWhenItBeginsAndOnceWhenItEnds(boolean isProbed) throws Exception {
        int port = FreePort.next();
        try (TemporalServer server = TemporalServer.start(folder.resolve("temporal.db"));
                JavaProcess worker = start(server, port)) {
            worker.awaitLine("Workers started");
            WorkflowStub event = deliver(server, "shop:1");
            worker.awaitLine(SlowShop.BEGUN);
            worker.awaitLine("Started SlowShop");
            if (isProbed) {
                Await.until("the worker is ready", () -> ask(port) == 200);
            }
            int before = lines(worker).size();
            server.kill();
            probe(isProbed, port, OUTAGE_SECONDS);
            server.restart();
            worker.awaitLine("Temporal answers again");
            event.getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, Outcome.class);
            deliver(server, "shop:2").getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, Outcome.class);
            probe(isProbed, port, 3);

            assertThat(lines(worker)).hasSizeGreaterThan(before);
            List<String> ofTheOutage = lines(worker)
                    .subList(before, lines(worker).size())
                    .stream()
                    .filter(line -> !line.equals(SlowShop.BEGUN))
                    .toList();
            assertThat(ofTheOutage).hasSize(2);
            assertThat(ofTheOutage.get(0)).contains("Temporal is down: " + server.target() + " can't be reached");
            assertThat(ofTheOutage.get(1)).contains("Temporal answers again");
        }
    }

    /** Lets time pass, as between two probes of Kubernetes. */
    private static void probe(boolean isProbed, int port, int seconds) throws InterruptedException {
        for (int i = 0; i < seconds; i++) {
            if (isProbed) {
                assertThat(ask(port)).isIn(200, 503);
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private static int ask(int port) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness")
                            .toURL()
                            .openConnection();
            connection.setReadTimeout((int) Await.PATIENCE.toMillis());
            return connection.getResponseCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> lines(JavaProcess worker) {
        return worker.output().lines().toList();
    }

    private static WorkflowStub deliver(TemporalServer server, String id) {
        WorkflowStub workflow = server.client()
                .newUntypedWorkflowStub(
                        "shop.sold",
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue(TaskQueues.DEFAULT)
                                .build());
        workflow.start(
                new WebhookEvent(id, "shop", "shop.sold", Instant.EPOCH, Map.of(), null), EventBody.of(new byte[0]));
        return workflow;
    }

    private static JavaProcess start(TemporalServer server, int port) {
        return JavaProcess.of(SlowShop.class)
                .environment("TEMPORAL_ADDRESS", server.target())
                .arguments(
                        "--spring.main.banner-mode=off",
                        "--spring.main.web-application-type=servlet",
                        "--server.port=" + port,
                        "--management.endpoint.health.probes.enabled=true",
                        "--management.endpoint.health.group.readiness.include=readinessState,temporal,pollers",
                        "--durahook.policies.default.start-to-close-timeout=20s",
                        "--durahook.policies.default.initial-interval=1s")
                .start();
    }
}
