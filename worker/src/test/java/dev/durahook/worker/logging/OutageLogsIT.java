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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker logs one line when Temporal goes, and one when Temporal comes back. */
@RequiresTemporal
@Execution(ExecutionMode.CONCURRENT)
class OutageLogsIT {

    private static final int OUTAGE_SECONDS = 10;
    private static final String DOWN = "Temporal is down: ";
    private static final String STANDSTILL = "no answer in time";
    private static final String AGAIN = "Temporal answers again";

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
            worker.awaitLine("Temporal server \\d");
            if (isProbed) {
                Await.until("the worker is ready", () -> ask(port) == 200);
            }
            int before = lines(worker).size();
            server.kill();
            probe(isProbed, port, OUTAGE_SECONDS);
            server.restart();
            worker.awaitLine(AGAIN);
            event.getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, Outcome.class);
            deliver(server, "shop:2").getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, Outcome.class);
            probe(isProbed, port, 3);

            List<String> logged = Await.value(
                    "the outage has ended",
                    () -> Optional.of(since(before, worker))
                            .filter(lines -> !lines.isEmpty()
                                    && lines.get(lines.size() - 1).contains(AGAIN)));
            assertLogged(logged, server.target() + " can't be reached");
        }
    }

    // A Temporal that stands still for seconds, on a busy machine, is an outage of its own.
    private static void assertLogged(List<String> lines, String reason) {
        // An outage that begins while the machine stands still has no other line than the standstill.
        boolean stoodStill = lines.stream().anyMatch(line -> line.contains(DOWN + STANDSTILL));
        assertThat(lines).filteredOn(line -> line.contains(DOWN + reason)).hasSizeBetween(stoodStill ? 0 : 1, 1);
        for (int i = 0; i < lines.size(); i += 2) {
            assertThat(lines.get(i)).containsAnyOf(DOWN + reason, DOWN + STANDSTILL);
            assertThat(lines.get(i + 1)).contains(AGAIN);
        }
    }

    private static List<String> since(int before, JavaProcess worker) {
        return lines(worker).stream()
                .skip(before)
                .filter(line -> !line.equals(SlowShop.BEGUN))
                .toList();
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
