package dev.durahook.worker.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.Outcome;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The answers of a worker to probes and Prometheus, from its start to its end. */
@RequiresTemporal
@TestMethodOrder(OrderAnnotation.class)
class WorkerImageIT {

    private static final String LIVENESS = "/actuator/health/liveness";
    private static final String READINESS = "/actuator/health/readiness";

    @TempDir
    private static Path folder;

    private static TemporalServer temporal;
    private static WorkerImage worker;

    @BeforeAll
    static void start() throws Exception {
        temporal = TemporalServer.start(folder.resolve("temporal.db"));
        temporal.kill();
        worker = new WorkerImage(temporal, folder.resolve("app"), FreePort.next());
    }

    @AfterAll
    static void stop() {
        worker.close();
        temporal.close();
    }

    @Test
    @Order(1)
    void isAliveAndNotReadyBeforeTemporalIsThere() throws IOException {
        Await.until("the worker is alive", () -> worker.status(LIVENESS) == 200);
        assertThat(worker.status(READINESS)).isEqualTo(503);
        assertThat(worker.get(READINESS).body())
                .contains("\"notPolled\":[\"durahook\",\"durahook.destination.crm\"]", "the workers do not run");
    }

    @Test
    @Order(2)
    void isReadyOnceTemporalKnowsItsPollers() throws IOException {
        temporal.restart();
        Await.until("the worker is ready", () -> worker.status(READINESS) == 200);
        assertThat(worker.get(READINESS).body())
                .contains("\"taskQueues\":[\"durahook\",\"durahook.destination.crm\"]")
                .doesNotContain("notPolled");
        worker.process().awaitLine("Temporal knows the pollers of \\[durahook, durahook.destination.crm]");
    }

    @Test
    @Order(3)
    void showsHealthAndMetricsAndNothingElse() throws IOException {
        assertThat(worker.get("/actuator/prometheus").body()).contains("durahook_events_parked");
        // The SDK's counters come with its next report, every ten seconds.
        Await.until("the SDK's metrics are shown", this::showsMetricsOfTheSdk);
        for (String path :
                new String[] {"env", "beans", "configprops", "metrics", "loggers", "heapdump", "threaddump"}) {
            assertThat(worker.status("/actuator/" + path)).as(path).isEqualTo(404);
        }
    }

    private boolean showsMetricsOfTheSdk() {
        try {
            return worker.get("/actuator/prometheus").body().lines().anyMatch(line -> line.startsWith("temporal_"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Order(4)
    void showsTheServerAndTheConfigurationWithoutSecrets() {
        worker.process()
                .awaitLine("Temporal server 1\\.\\d+\\.\\d+: namespace default keeps closed workflows for 24 h");
        assertThat(worker.process().output())
                .contains(
                        "Task queues: durahook",
                        "Destination crm: crm.example.com, not signed, private networks allowed, policy default")
                .doesNotContain("s3cret");
    }

    @Test
    @Order(5)
    void comparesClocksWithTheServers() throws IOException {
        WorkflowStub workflow = temporal.client()
                .newUntypedWorkflowStub(
                        "shop.order",
                        WorkflowOptions.newBuilder()
                                .setWorkflowId("shop:1")
                                .setTaskQueue(TaskQueues.DEFAULT)
                                .build());
        Instant receivedAt = Instant.now().minus(Duration.ofMinutes(4));
        workflow.start(
                new WebhookEvent("shop:1", "shop", "shop.order", receivedAt, Map.of(), null),
                EventBody.of("{}".getBytes(StandardCharsets.UTF_8)));
        workflow.getResult(Outcome.class);
        assertThat(worker.get("/actuator/prometheus").body())
                .containsPattern("durahook_clock_skew_seconds\\{clock=\"receiver\"} -2[4-9]\\d")
                .containsPattern("durahook_clock_skew_seconds\\{clock=\"worker\"} -?\\d\\d?\\.");
        assertThat(worker.process().output())
                .containsPattern("The receiver's clock is 2[4-9]\\d s behind the Temporal server's");
    }

    @Test
    @Order(6)
    void hasOnePortOnly() {
        assertThat(worker.process().output().split("Tomcat started on port", -1))
                .hasSize(2);
    }

    @Test
    @Order(7)
    void staysAliveWhileTemporalIsDown() {
        temporal.kill();
        Await.until("the worker is not ready", () -> worker.status(READINESS) == 503);
        assertThat(worker.status(LIVENESS)).isEqualTo(200);
    }
}
