package dev.durahook.workflows.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.parking.EventStatus;
import dev.durahook.workflows.shop.PaymentFailed;
import dev.durahook.workflows.shop.ScriptedLedger;
import dev.durahook.workflows.shop.Shop;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Records the histories that {@link ReplayTest} replays. It is no test and is not run as one. It needs
 * {@code temporal} on PATH:
 *
 * <pre>{@code mvn -pl workflows -am test -Dtest=HistoryRecorder -Dsurefire.failIfNoSpecifiedTests=false}</pre>
 *
 * <p>A history that was released is kept, for workflows that started with it still run somewhere. Record under a new
 * name after a change that {@code Workflow.getVersion} guards.
 */
class HistoryRecorder {

    private static final Path HISTORIES = Path.of("src/test/resources/histories");

    private RecordingWorker worker;

    @BeforeEach
    void start() {
        worker = RecordingWorker.start();
    }

    @AfterEach
    void stop() {
        worker.close();
    }

    @Test
    void unhandled() throws IOException {
        save("unhandled", completed(deliver("stripe.never_heard_of")));
    }

    @Test
    void succeeded() throws IOException {
        save("succeeded", completed(deliver(PaymentFailed.TYPE)));
    }

    @Test
    void retried() throws IOException {
        worker.ledger().failTimes(2);
        save("retried", completed(deliver(PaymentFailed.TYPE)));
    }

    @Test
    void parkedAndRetried() throws IOException, InterruptedException {
        WorkflowStub workflow = parked();
        workflow.signal("retry");
        awaitCalls(6);
        awaitStatus(workflow, "parked");
        worker.ledger().failTimes(1);
        workflow.signal("retry");
        save("parked-and-retried", completed(workflow));
    }

    @Test
    void parkedAndDiscarded() throws IOException, InterruptedException {
        WorkflowStub workflow = parked();
        workflow.signal("discard", "a test of the sender's");
        save("parked-and-discarded", completed(workflow));
    }

    @Test
    void parkedAndCancelled() throws IOException, InterruptedException {
        WorkflowStub workflow = parked();
        workflow.cancel();
        awaitStatus(workflow, null);
        save("parked-and-cancelled", workflow);
    }

    @Test
    void parkedUnderAnUnknownPolicy() throws IOException, InterruptedException {
        worker.configuration().remove(Shop.POLICY);
        WorkflowStub workflow = deliver(PaymentFailed.TYPE);
        awaitStatus(workflow, "parked");
        save("parked-under-an-unknown-policy", workflow);
    }

    private WorkflowStub parked() throws InterruptedException {
        worker.ledger().failWith(() -> ScriptedLedger.unavailable("The ledger answered 503"));
        WorkflowStub workflow = deliver(PaymentFailed.TYPE);
        awaitStatus(workflow, "parked");
        return workflow;
    }

    private WorkflowStub deliver(String type) {
        WebhookEvent event =
                new WebhookEvent("stripe:evt_1", "stripe", type, Instant.parse("2026-11-24T10:15:30Z"), Map.of(), null);
        WorkflowStub workflow = worker.client()
                .newUntypedWorkflowStub(
                        type,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(event.id())
                                .setTaskQueue(RecordingWorker.QUEUE)
                                .build());
        workflow.start(event, EventBody.of("{}".getBytes(StandardCharsets.UTF_8)));
        return workflow;
    }

    private static WorkflowStub completed(WorkflowStub workflow) {
        workflow.getResult(Object.class);
        return workflow;
    }

    private void awaitCalls(int calls) throws InterruptedException {
        while (worker.ledger().calls() < calls) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static void awaitStatus(WorkflowStub workflow, String status) throws InterruptedException {
        while (!Objects.equals(workflow.describe().getTypedSearchAttributes().get(EventStatus.KEY), status)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        TimeUnit.SECONDS.sleep(1);
    }

    private void save(String name, WorkflowStub workflow) throws IOException {
        String json = worker.client()
                .fetchHistory(workflow.getExecution().getWorkflowId())
                .toJson(true);
        assertThat(json).contains("WORKFLOW_EXECUTION_STARTED");
        Files.createDirectories(HISTORIES);
        Files.writeString(HISTORIES.resolve(name + ".json"), json + "\n");
    }
}
