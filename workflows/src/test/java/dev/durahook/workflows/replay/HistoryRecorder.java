package dev.durahook.workflows.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskPriority;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.parking.EventStatus;
import dev.durahook.workflows.policy.PacedRetries;
import dev.durahook.workflows.processing.DefaultWorkflow;
import dev.durahook.workflows.processing.DiscardInterceptor;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlannedStep;
import dev.durahook.workflows.shop.Announced;
import dev.durahook.workflows.shop.Booked;
import dev.durahook.workflows.shop.Divided;
import dev.durahook.workflows.shop.Divided.DividedWorkflow;
import dev.durahook.workflows.shop.LaterRun;
import dev.durahook.workflows.shop.PaymentFailed;
import dev.durahook.workflows.shop.Refused;
import dev.durahook.workflows.shop.Refused.RefusedWorkflow;
import dev.durahook.workflows.shop.ScriptedLedger;
import dev.durahook.workflows.shop.Shop;
import dev.durahook.workflows.shop.Typed;
import dev.durahook.workflows.shop.Typed.Before.NumberedWorkflow;
import dev.durahook.workflows.shop.Typed.TypedWorkflow;
import dev.durahook.workflows.shop.Unawaited;
import dev.durahook.workflows.waiting.Payment;
import dev.durahook.workflows.waiting.Shipment;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Records the histories that {@link ReplayTest} replays. This class is not a test and does not run in a normal build.
 * It needs {@code temporal} on PATH:
 *
 * <pre>{@code mvn -pl workflows -am test -Dtest=HistoryRecorder -Dsurefire.failIfNoSpecifiedTests=false}</pre>
 *
 * <p>A history that was released is kept, because workflows that started with its commands still run somewhere. After a
 * change that {@code Workflow.getVersion} guards, record under a new name: the histories whose names begin with {@code
 * shown-} have the timer that shows on the Timeline that an event is parked, and the older histories of the same names
 * have no timer.
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
        save("shown-parked-and-retried", completed(workflow));
    }

    @Test
    void parkedAndDiscarded() throws IOException, InterruptedException {
        WorkflowStub workflow = parked();
        workflow.signal("discard", "a test of the sender's");
        save("shown-parked-and-discarded", completed(workflow));
    }

    @Test
    void parkedAndCancelled() throws IOException, InterruptedException {
        WorkflowStub workflow = parked();
        workflow.cancel();
        awaitStatus(workflow, null);
        save("shown-parked-and-cancelled", workflow);
    }

    @Test
    void parkedUnderAnUnknownPolicy() throws IOException, InterruptedException {
        worker.configuration().remove(Shop.POLICY);
        WorkflowStub workflow = deliver(PaymentFailed.TYPE);
        awaitStatus(workflow, "parked");
        save("shown-parked-under-an-unknown-policy", workflow);
    }

    @Test
    void routed() throws IOException {
        plan();
        save("routed", completed(deliver(ROUTED)));
    }

    @Test
    void routedWithAPriority() throws IOException {
        worker.configuration()
                .plan(new Plan(
                        List.of(new PlannedStep(
                                PlannedStep.Kind.DELIVERY,
                                Shop.CRM,
                                Shop.POLICY,
                                new TaskPriority(1, "vip", 2.5f),
                                null)),
                        false));
        save("routed-with-a-priority", completed(deliver(ROUTED)));
    }

    @Test
    void unhandledByACondition() throws IOException {
        worker.configuration()
                .plan(new Plan(List.of(), false, null, List.of("Route a does not apply: /action has another value.")));
        save("unhandled-by-a-condition", completed(deliver(ROUTED)));
    }

    @Test
    void routedParkedInPartAndCancelled() throws IOException, InterruptedException {
        worker.configuration().declare("endless", Shop.policy(0, Duration.ofHours(1), Duration.ofHours(1), List.of()));
        worker.configuration()
                .plan(new Plan(
                        List.of(
                                new PlannedStep(PlannedStep.Kind.DELIVERY, Shop.CRM, Shop.POLICY),
                                new PlannedStep(PlannedStep.Kind.HANDLER, "mail", "endless")),
                        false));
        worker.mail().does(attempt -> {
            throw new IOException("busy");
        });
        worker.crm().down(true);
        WorkflowStub workflow = deliver(ROUTED);
        awaitStatus(workflow, "parked");
        workflow.cancel();
        awaitStatus(workflow, null);
        save("routed-parked-and-cancelled", workflow);
    }

    @Test
    void routedAndParkedInPart() throws IOException, InterruptedException {
        plan();
        worker.crm().down(true);
        WorkflowStub workflow = deliver(ROUTED);
        awaitStatus(workflow, "parked");
        workflow.signal("discard", Map.of("step", "Deliver to crm", "reason", "the crm is gone"));
        save("shown-routed-and-discarded-in-part", completed(workflow));
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
        save("shown-routed-and-continued", worker.firstRun(workflow));
        worker.crm().down(false);
        workflow.signal("retry");
        save("shown-routed-continued-and-done", completed(workflow));
    }

    @Test
    void unhandledAndParked() throws IOException, InterruptedException {
        worker.configuration().plan(new Plan(List.of(), true));
        WorkflowStub workflow = deliver("stripe.never_heard_of");
        awaitStatus(workflow, "parked");
        plan();
        workflow.signal("retry");
        save("shown-unhandled-and-parked", completed(workflow));
    }

    @Test
    void unhandledAndContinued() throws IOException, InterruptedException {
        worker.configuration().plan(new Plan(List.of(), true));
        WorkflowStub workflow = deliver("stripe.never_heard_of");
        awaitStatus(workflow, "parked");
        while (worker.runs(workflow) == 1) {
            workflow.signal("discard", Map.of("step", "deliver:crm", "reason", "the crm is gone"));
            TimeUnit.MILLISECONDS.sleep(200);
        }
        save("unhandled-and-continued", worker.firstRun(workflow));
        plan();
        worker.client()
                .newUntypedWorkflowStub(workflow.getExecution().getWorkflowId())
                .signal("retry");
        save("unhandled-continued-and-done", completed(workflow));
    }

    @Test
    void signalsWithoutEffect() throws IOException, InterruptedException {
        WorkflowStub workflow = parked();
        workflow.signal("retry", "no-such-policy");
        workflow.signal("retry", Map.of("step", "another"));
        workflow.signal("discard", Map.of("Reason", "misspelt"));
        workflow.signal("discard");
        TimeUnit.SECONDS.sleep(2);
        worker.ledger().failTimes(0);
        workflow.signal("retry");
        save("signals-without-effect", completed(workflow));
    }

    @Test
    void unreadableAndRetried() throws IOException, InterruptedException {
        WorkflowStub workflow = deliver(Typed.TYPE, "typed", "{\"id\": \"seven\"}");
        WorkerFactory before = worker.version("typed", NumberedWorkflow.class, new DiscardInterceptor());
        awaitStatus(workflow, "parked");
        workflow.signal("retry");
        TimeUnit.SECONDS.sleep(2);
        before.shutdownNow();
        before.awaitTermination(10, TimeUnit.SECONDS);
        worker.version("typed", TypedWorkflow.class, new DiscardInterceptor());
        workflow.signal("retry");
        save("unreadable-and-retried", completed(workflow));
    }

    @Test
    void unreadableForAChild() throws IOException, InterruptedException {
        WorkflowStub workflow = deliver(Divided.TYPE, "divided", "{\"id\": \"seven\"}");
        worker.version(Divided.QUEUE_OF_CHILD, NumberedWorkflow.class, new DiscardInterceptor());
        worker.version("divided", DividedWorkflow.class, new DiscardInterceptor());
        while (worker.runs(workflow) == 1) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        save("divided-and-continued", worker.firstRun(workflow));
        save("unreadable-for-a-child", worker.client().fetchHistory(Divided.CHILD));
    }

    @Test
    void failedAndRetried() throws IOException, InterruptedException {
        WorkflowStub workflow = deliver(Refused.TYPE, "refused", "{\"id\": 7}");
        worker.version("refused", RefusedWorkflow.class, new DiscardInterceptor());
        while (worker.runs(workflow) == 1) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        WorkflowStub latest =
                worker.client().newUntypedWorkflowStub(workflow.getExecution().getWorkflowId());
        awaitStatus(latest, "parked");
        save("failed-and-continued", worker.firstRun(workflow));
        latest.signal("retry");
        save("failed-continued-and-done", completed(workflow));
    }

    @Test
    void waited() throws IOException, InterruptedException {
        WorkflowStub workflow = deliver(Payment.TYPE);
        awaitStatus(workflow, EventStatus.WAITING);
        workflow.signal("paid");
        save("waited", completed(workflow));
    }

    @Test
    void waitedAndCancelled() throws IOException, InterruptedException {
        WorkflowStub workflow = deliver(Payment.TYPE);
        awaitStatus(workflow, EventStatus.WAITING);
        workflow.cancel();
        awaitStatus(workflow, null);
        save("waited-and-cancelled", workflow);
    }

    @Test
    void waitedParkedAndContinued() throws IOException, InterruptedException {
        worker.ledger().failWith(() -> ScriptedLedger.unavailable("The ledger answered 503"));
        WorkflowStub workflow = deliver(Shipment.TYPE);
        awaitStatus(workflow, EventStatus.WAITING);
        workflow.signal("next", "book");
        awaitStatus(workflow, EventStatus.PARKED);
        worker.ledger().failTimes(0);
        workflow.signal("retry");
        awaitStatus(workflow, EventStatus.WAITING);
        workflow.signal("next", "continue");
        while (worker.runs(workflow) == 1) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        save("waited-parked-and-continued", worker.firstRun(workflow));
    }

    // The history of a worker that did not park such events yet.
    @Test
    void failed() throws IOException {
        WorkflowStub workflow = deliver(Refused.TYPE, "refused", "{\"id\": 7}");
        worker.version("refused", RefusedWorkflow.class);
        assertThatThrownBy(() -> workflow.getResult(String.class)).isInstanceOf(WorkflowFailedException.class);
        save("failed", worker.firstRun(workflow));
    }

    @Test
    void retriedBeforeALaterRunBegan() throws IOException {
        WorkflowStub workflow = LaterRun.ofFailedWorkflow(worker.client(), "refused", event(Refused.Corrected.TYPE));
        workflow.signal("retry");
        worker.version("refused", Refused.CorrectedWorkflow.class, new DiscardInterceptor());
        save("failed-and-retried-early", ended(workflow, "retry"));
    }

    @Test
    void discardedBeforeALaterRunBegan() throws IOException {
        WorkflowStub workflow = LaterRun.ofDefaultWorkflow(worker.client(), "later", event(ROUTED));
        workflow.signal("retry", Map.of("stepp", "handle:mail"));
        workflow.signal("discard", Map.of("step", "handle:mail", "reason", "a test of the sender's"));
        worker.version("later", DefaultWorkflow.class, new DiscardInterceptor());
        save("routed-and-discarded-early", ended(workflow, "discard", "a test of the sender's"));
    }

    @Test
    void announcedBeforeTheWorkflowBegan() throws IOException {
        save("announced-early", announced(Announced.Listening.TYPE, Announced.ListeningWorkflow.class));
    }

    @Test
    void announcedToAllBeforeTheWorkflowBegan() throws IOException {
        save(
                "announced-early-to-all",
                announced(Announced.ListeningToAll.TYPE, Announced.ListeningToAllWorkflow.class));
    }

    @Test
    void announcedBeforeAWorkflowThatListensLate() throws IOException {
        save(
                "announced-early-for-later",
                announced(Announced.ListeningLate.TYPE, Announced.ListeningLateWorkflow.class));
    }

    @Test
    void announcedAmongSignalsOfAnotherName() throws IOException {
        save(
                "announced-among-others",
                announced(Announced.Listening.TYPE, Announced.ListeningWorkflow.class, "resend"));
    }

    @Test
    void discardedInASignal() throws IOException, InterruptedException {
        worker.ledger().failWith(() -> ScriptedLedger.unavailable("The ledger answered 503"));
        WorkflowStub workflow = deliver(Booked.TYPE);
        workflow.signal(Booked.SIGNAL);
        awaitStatus(workflow, "parked");
        workflow.signal("discard", "a test of the sender's");
        completed(workflow);
        save("discarded-in-a-signal", worker.firstRun(workflow));
        save("discarded-in-a-signal-and-done", workflow);
    }

    // A worker of an earlier version let the workflow end, and the parked step was lost.
    @Test
    void returnedWhileAStepWasParked() throws IOException, InterruptedException {
        WorkflowStub workflow = parkedUnawaited();
        workflow.signal(Unawaited.SIGNAL, Unawaited.RETURN);
        save("parked-and-returned", completed(workflow));
    }

    @Test
    void retriedAfterTheWorkflowReturned() throws IOException, InterruptedException {
        WorkflowStub workflow = parkedUnawaited();
        workflow.signal(Unawaited.SIGNAL, Unawaited.RETURN);
        TimeUnit.SECONDS.sleep(2);
        worker.ledger().failTimes(1);
        workflow.signal("retry");
        save("parked-returned-and-retried", completed(workflow));
    }

    private WorkflowStub parkedUnawaited() throws InterruptedException {
        worker.ledger().failWith(() -> ScriptedLedger.unavailable("The ledger answered 503"));
        WorkflowStub workflow = deliver(Unawaited.TYPE);
        awaitStatus(workflow, "parked");
        return workflow;
    }

    // As above: the new run knew nothing of the step.
    @Test
    void continuedWhileAStepWasParked() throws IOException, InterruptedException {
        WorkflowStub workflow = parkedUnawaited();
        workflow.signal(Unawaited.SIGNAL, Unawaited.CONTINUE);
        completed(workflow);
        save("parked-and-continued", worker.firstRun(workflow));
    }

    // Nine signals for which a workflow has no handler are more than the SDK's own loop over them can bear.
    private WorkflowStub announced(String type, Class<?> implementation, String... others) {
        WorkflowStub workflow = deliver(type, "announced", "{}");
        workflow.signal(Announced.SIGNAL, "order 17");
        for (String other : others) {
            for (int i = 0; i < 9; i++) {
                workflow.signal(other, i);
            }
        }
        worker.version("announced", implementation, new DiscardInterceptor(), new PacedRetries());
        return completed(workflow);
    }

    // Runs of earlier versions ignore a signal that comes early, and go on waiting for another.
    private static WorkflowStub ended(WorkflowStub workflow, String signal, Object... input) {
        try {
            workflow.getResult(5, TimeUnit.SECONDS, Object.class);
        } catch (TimeoutException e) {
            workflow.signal(signal, input);
        }
        return completed(workflow);
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
        return deliver(type, RecordingWorker.QUEUE, "{}");
    }

    private WorkflowStub deliver(String type, String queue, String body) {
        WebhookEvent event = event(type);
        WorkflowStub workflow = worker.client()
                .newUntypedWorkflowStub(
                        type,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(event.id())
                                .setTaskQueue(queue)
                                .build());
        workflow.start(event, EventBody.of(body.getBytes(StandardCharsets.UTF_8)));
        return workflow;
    }

    private static WebhookEvent event(String type) {
        return new WebhookEvent("stripe:evt_1", "stripe", type, Instant.parse("2026-11-24T10:15:30Z"), Map.of(), null);
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
