package dev.durahook.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.ShopApplication;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.process.JavaProcess;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.Outcome;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A team's application in a JVM of its own, with only the address configured. The application has no web server: only
 * the workers keep it running.
 */
@RequiresTemporal
class WorkerLifecycleIT {

    private static final String PAID = "shopify.orders_paid";

    private static TemporalServer server;

    @TempDir
    Path folder;

    @BeforeAll
    static void startServer() {
        server = TemporalServer.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void workflowAndActivityOfATeamRunWithoutBeingNamedAnywhereAndTheDefaultWorkflowTakesOtherEvents()
            throws TimeoutException {
        try (JavaProcess worker = start(server)) {
            assertThat(result(deliver(server, "unheard", "shopify.never_heard_of"), Outcome.class)
                            .outcome())
                    .isEqualTo("unhandled");
            assertThat(worker.output()).doesNotContain("Shipping 42");

            assertThat(result(deliver(server, "paid", PAID), String.class)).isEqualTo("shipped 42");
            assertThat(worker.isAlive()).isTrue();
        }
    }

    @Test
    void workerThatStartsWhileTemporalIsDownRecoversByItself() throws TimeoutException {
        try (TemporalServer other = TemporalServer.start(folder.resolve("temporal.db"))) {
            WorkflowStub event = deliver(other, "waiting", PAID);
            other.kill();
            try (JavaProcess worker = start(other)) {
                worker.awaitLine("workers can't start yet");
                other.restart();
                worker.awaitLine("Workers started");
                assertThat(result(event, String.class)).isEqualTo("shipped 42");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"true, EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED", "false, EVENT_TYPE_ACTIVITY_TASK_COMPLETED"})
    void stopWaitsForARunningActivityAndItsCompletionIsStored(String inline, EventType stored) throws TimeoutException {
        String id = "stopped-" + inline;
        WorkflowStub event;
        try (JavaProcess worker = start(
                server,
                "--durahook.worker.shutdown-timeout=5m",
                "--durahook.policies.default.inline-first-attempt=" + inline)) {
            event = deliver(server, id, PAID);
            worker.awaitLine("Shipping 42");
            worker.terminate();
            worker.awaitEnd();
        }
        assertThat(server.workflows().count("shopify:" + id, stored)).isEqualTo(1);
        try (JavaProcess next = start(server)) {
            assertThat(result(event, String.class)).isEqualTo("shipped 42");
            assertThat(next.output()).doesNotContain("Shipping 42");
        }
    }

    @Test
    void stopDoesNotWaitForATemporalThatIsDown() {
        try (TemporalServer other = TemporalServer.start()) {
            other.kill();
            try (JavaProcess worker = start(other)) {
                worker.awaitLine("workers can't start yet");
                worker.terminate();
                worker.awaitEnd();
                assertThat(worker.output()).doesNotContain("Activities still run");
            }
        }
    }

    private static JavaProcess start(TemporalServer temporal, String... arguments) {
        return JavaProcess.of(ShopApplication.class)
                .environment("TEMPORAL_ADDRESS", temporal.target())
                .arguments(arguments)
                .start();
    }

    private static WorkflowStub deliver(TemporalServer temporal, String id, String type) {
        WorkflowStub workflow = temporal.client()
                .newUntypedWorkflowStub(
                        type,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId("shopify:" + id)
                                .setTaskQueue(TaskQueues.DEFAULT)
                                // A machine that stands still does not lose the task in which the step is made.
                                .setWorkflowTaskTimeout(Duration.ofMinutes(1))
                                .build());
        WebhookEvent event = new WebhookEvent("shopify:" + id, "shopify", type, Instant.EPOCH, Map.of(), null);
        workflow.start(event, EventBody.of("{\"id\": 42}".getBytes(StandardCharsets.UTF_8)));
        return workflow;
    }

    private static <R> R result(WorkflowStub workflow, Class<R> type) throws TimeoutException {
        return workflow.getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, type);
    }
}
