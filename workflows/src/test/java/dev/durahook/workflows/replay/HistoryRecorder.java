package dev.durahook.workflows.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.parking.EventStatus;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlannedStep;
import dev.durahook.workflows.shop.PaymentFailed;
import dev.durahook.workflows.shop.ScriptedLedger;
import dev.durahook.workflows.shop.Shop;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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

    private static final String ROUTED = "stripe.customer_created";

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

    @Test
    void routed() throws IOException {
        plan();
        save("routed", completed(deliver(ROUTED)));
    }

    @Test
    void routedAndParkedInPart() throws IOException, InterruptedException {
        plan();
        worker.crm().down(true);
        WorkflowStub workflow = deliver(ROUTED);
        awaitStatus(workflow, "parked");
        workflow.signal("discard", Map.of("step", "Deliver to crm", "reason", "the crm is gone"));
        save("routed-and-discarded-in-part", completed(workflow));
    }

    @Test
    void routedAndRetriedUntilTheHistoryWasLong() throws IOException, InterruptedException {
        plan();
        worker.crm().down(true);
        WorkflowStub workflow = deliver(ROUTED);
        for (int calls = 3; worker.runs(workflow) == 1; calls += 3) {
            awaitDeliveries(calls);
            awaitStatus(workflow, "parked");
            if (worker.runs(workflow) == 1) {
                workflow.signal("retry", Map.of("policy", Shop.POLICY));
            }
        }
        save("routed-and-continued", worker.firstRun(workflow));
        worker.crm().down(false);
        workflow.signal("retry");
        save("routed-continued-and-done", completed(workflow));
    }

    @Test
    void unhandledAndParked() throws IOException, InterruptedException {
        worker.configuration().plan(new Plan(List.of(), true));
        WorkflowStub workflow = deliver("stripe.never_heard_of");
        awaitStatus(workflow, "parked");
        plan();
        workflow.signal("retry");
        save("unhandled-and-parked", completed(workflow));
    }

    private void plan() {
        worker.configuration()
                .plan(new Plan(
                        List.of(
                                new PlannedStep(PlannedStep.Kind.DELIVERY, Shop.CRM, Shop.POLICY),
                                new PlannedStep(PlannedStep.Kind.HANDLER, "mail", Shop.POLICY)),
                        false));
    }

    private void awaitDeliveries(int calls) throws InterruptedException {
        while (worker.crm().calls() < calls) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
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
        save(name, worker.client().fetchHistory(workflow.getExecution().getWorkflowId()));
    }

    private static void save(String name, WorkflowExecutionHistory history) throws IOException {
        String json = history.toJson(true);
        assertThat(json).contains("WORKFLOW_EXECUTION_STARTED");
        Files.createDirectories(HISTORIES);
        Files.writeString(HISTORIES.resolve(name + ".json"), json + "\n");
    }
}
