package dev.durahook.worker.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.operations.EventRun;
import dev.durahook.workflows.operations.Operation;
import dev.durahook.workflows.operations.OperationOrder;
import dev.durahook.workflows.operations.OperationRequest;
import dev.durahook.workflows.operations.PageOutcome;
import dev.durahook.workflows.operations.run.OperationResult;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.WorkflowExecutionSignaledEventAttributes;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.DynamicWorkflow;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Operations on many events, on a real server and with the whole worker. A hundred and fifty parked events in every
 * build; more with {@code -Ddurahook.parked=10000}.
 */
@RequiresTemporal
@Timeout(value = 45, unit = TimeUnit.MINUTES)
class OperationsIT {

    private static final String RETRY = "durahook.retry-parked";
    private static final String DISCARD = "durahook.discard-parked";
    private static final String AGAIN = "durahook.process-again";

    private static final int EVENTS = Integer.getInteger("durahook.parked", 150);
    private static final int RATE = Integer.getInteger("durahook.parked.rate", 25);

    @TempDir
    private static Path folder;

    private static TemporalServer server;
    private static ShopFloor shop;

    @BeforeAll
    static void start() {
        server = TemporalServer.start();
        shop = new ShopFloor(server, folder);
    }

    @AfterAll
    static void stop() {
        shop.close();
        server.close();
    }

    @Test
    void parkedEventsAreRetriedOnceAtTheRate() {
        List<String> events = shop.park("shop.many", EVENTS);
        shop.park("shop.other", 3);

        OperationResult dry = result(
                shop.operation(RETRY, "{\"type\": \"shop.many\", \"dryRun\": true, \"rate\": %d}".formatted(RATE)));
        assertThat(dry.message()).isEqualTo("Dry run: " + EVENTS + " events would be retried. Nothing was changed.");
        assertThat(dry.examples()).hasSize(10).allSatisfy(id -> assertThat(id).startsWith("shop:shop.many-"));
        assertThat(shop.handled("shop.many")).isEmpty();

        long begin = System.nanoTime();
        WorkflowStub operation = shop.operation(
                RETRY, "{\"type\": \"shop.many\", \"reason\": \"the crm is back\", \"rate\": %d}".formatted(RATE));
        OperationResult result = result(operation);
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);

        assertThat(result.message()).isEqualTo(EVENTS + " events were retried.");
        assertThat(result.found()).isEqualTo(EVENTS);
        assertThat(result.failed()).isZero();
        shop.await(EVENTS, "WorkflowType = 'shop.many' AND ExecutionStatus = 'Completed'");
        assertThat(shop.handled("shop.many")).hasSize(EVENTS).doesNotHaveDuplicates();
        long busiest = server.workflows().mostSignalledInASecond(events);
        System.out.printf("%d events retried in %d s, at most %d in a second%n", EVENTS, seconds, busiest);
        // The rate has no bursts, but a busy machine may delay calls and then take them together.
        assertThat(busiest).isLessThanOrEqualTo(3L * RATE);
        shop.await(3, "WorkflowType = 'shop.other' AND DurahookStatus = 'parked'");
        assertThat(signal("shop:shop.many-7").getIdentity())
                .startsWith(RETRY + " " + operation.getExecution().getWorkflowId() + ", started by ");
        assertThat(shop.details(operation)).contains("- Reason: `the crm is back`", "- Retried: " + EVENTS);
    }

    @Test
    void operationIsNoEvent() {
        WorkflowStub operation = shop.operation(RETRY, "{\"type\": \"shop.nothing\"}");
        assertThat(result(operation).message()).isEqualTo("0 events were retried.");
        String own = "WorkflowId = '" + operation.getExecution().getWorkflowId() + "' AND ";
        shop.await(1, own + "ExecutionStatus = 'Completed' AND DurahookStatus = 'operation'");
        shop.await(0, own + "DurahookStatus IS NULL");
        assertThat(result(shop.operation(AGAIN, "{\"query\": \"DurahookStatus = 'operation'\"}"))
                        .found())
                .isZero();
    }

    @Test
    void policyAndStepReachTheEvents() {
        List<String> events = shop.park("shop.slow", 2);
        result(shop.operation(RETRY, "{\"type\": \"shop.slow\", \"step\": \"handle:crm\", \"policy\": \"slow\"}"));
        shop.await(2, "WorkflowType = 'shop.slow' AND ExecutionStatus = 'Completed'");
        assertThat(signal(events.get(0)).getInput().getPayloads(0).getData().toStringUtf8())
                .isEqualTo("{\"step\":\"handle:crm\",\"policy\":\"slow\"}");
    }

    @Test
    void discardedEventsSayWhoAndWhy() {
        List<String> events = shop.park("shop.gone", 20);
        WorkflowStub operation = shop.operation(
                DISCARD, "{\"type\": \"shop.gone\", \"reason\": \"the crm is gone\", \"rate\": \"100\"}");

        assertThat(result(operation).message()).isEqualTo("20 events were discarded.");
        shop.await(20, "WorkflowType = 'shop.gone' AND DurahookStatus = 'discarded'");
        assertThat(shop.client().newUntypedWorkflowStub(events.get(4)).getResult(Object.class))
                .asString()
                .contains("the crm is gone (durahook.discard-parked "
                        + operation.getExecution().getWorkflowId() + ", started by ");
        assertThat(shop.handled("shop.gone")).isEmpty();
    }

    @Test
    void completedEventsAreProcessedAgainOnce() {
        shop.up();
        List<String> events =
                List.of(shop.deliver("shop.done", "shop.done-1"), shop.deliver("shop.done", "shop.done-2"));
        shop.await(2, "WorkflowType = 'shop.done' AND ExecutionStatus = 'Completed'");
        List<String> parked = shop.park("shop.done-not", 1);
        complete("shop.foreign", "foreign-1");
        String input =
                "{\"type\": [\"shop.done*\", \"shop.foreign\"], \"reason\": \"the crm lost a day\", \"rate\": 50}";

        OperationResult dry = result(shop.operation(AGAIN, input.replace("}", ", \"dryRun\": true}")));
        assertThat(dry.message()).startsWith("Dry run: 2 events would be processed again.");
        assertThat(dry.skipped()).isEqualTo(Map.of("not an event of Durahook", 1));
        assertThat(shop.handled("shop.done")).hasSize(2);

        OperationResult first = result(shop.operation(AGAIN, input));
        assertThat(first.message()).isEqualTo("2 events were processed again.");
        shop.await(4, "WorkflowType = 'shop.done' AND ExecutionStatus = 'Completed'");
        assertThat(shop.handled("shop.done")).hasSize(4);
        assertThat(server.workflows().history(events.get(0)))
                .anySatisfy(event ->
                        assertThat(event.toString()).contains("the crm lost a day (durahook.process-again operation-"));

        OperationResult second = result(shop.operation(AGAIN, input));
        assertThat(second.done()).isZero();
        assertThat(second.skipped()).isEqualTo(Map.of("was processed again before", 2, "not an event of Durahook", 1));

        OperationResult third = result(shop.operation(AGAIN, input.replace("}", ", \"again\": true}")));
        assertThat(third.done()).isEqualTo(2);
        shop.await(6, "WorkflowType = 'shop.done' AND ExecutionStatus = 'Completed'");
        assertThat(shop.handled("shop.done")).hasSize(6);
        assertThat(server.workflows().runs("foreign-1")).hasSize(1);
        assertThat(server.workflows().describe(parked.get(0)).getStatus())
                .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
    }

    @Test
    void eventThatRunsAgainIsLeftAlone() {
        List<String> events = shop.park("shop.runs", 1);
        assertThat(result(shop.operation(AGAIN, "{\"type\": \"shop.runs\"}")).found())
                .isZero();
        assertThat(server.workflows().runs(events.get(0))).hasSize(1);
    }

    @Test
    void wrongQueryIsRefusedWithAnExample() {
        List<String> events = shop.park("shop.kept", 1);
        assertThat(refusal(shop.operation(RETRY, "{\"query\": \"WorkflowTyp = 'shop.kept'\"}")))
                .contains("Temporal does not take the query: ", "WorkflowTyp", "An input that works: {\"type\"");
        assertThat(refusal(shop.operation(DISCARD, "{\"query\": \"WorkflowType = \", \"reason\": \"x\"}")))
                .contains("An input that works");
        // Without the check of the query alone, the filter would be (parked and 'nothing') or all events.
        String escape = "WorkflowType = 'nothing') OR (WorkflowType != 'nothing'";
        for (String query : List.of(escape, "WorkflowType = 'nothing' OR", "WorkflowType = 'x' -- ", "a'; --")) {
            assertThat(refusal(shop.operation(
                            DISCARD, "{\"query\": \"%s\", \"reason\": \"must not happen\"}".formatted(query))))
                    .contains("An input that works");
        }
        assertThat(refusal(shop.operation(RETRY, "{\"type\": \"*\", \"policy\": \"sloow\"}")))
                .contains("The policy sloow is not declared");
        shop.await(1, "WorkflowId = '" + events.get(0) + "' AND DurahookStatus = 'parked'");
    }

    @Test
    void queryNarrowsTheParkedEvents() {
        List<String> events = shop.park("shop.narrow", 3);
        String query = "WorkflowId = 'shop:shop.narrow-0' OR WorkflowId = 'shop:shop.narrow-2'";
        assertThat(result(shop.operation(RETRY, "{\"query\": \"%s\"}".formatted(query)))
                        .done())
                .isEqualTo(2);
        shop.await(2, "WorkflowType = 'shop.narrow' AND ExecutionStatus = 'Completed'");
        shop.await(1, "WorkflowId = '" + events.get(1) + "' AND DurahookStatus = 'parked'");
    }

    @Test
    void cancelledOperationStops() {
        shop.park("shop.stop", 60);
        WorkflowStub operation = shop.operation(RETRY, "{\"type\": \"shop.stop\", \"rate\": 1}");
        Await.until("some events are retried", () -> shop.handled("shop.stop").size() >= 3);
        operation.cancel();

        assertThat(catchThrowableOfType(WorkflowFailedException.class, () -> operation.getResult(Object.class)))
                .hasCauseInstanceOf(CanceledFailure.class);
        String details = shop.details(operation);
        int retried = Integer.parseInt(details.replaceAll("(?s).*- Retried: (\\d+)\n.*", "$1"));
        assertThat(details).matches("(?s)\\*\\*Cancelled after (at least )?" + retried + " of 60 events\\.\\*\\* .*");
        assertThat(retried).isBetween(3, 59);
        shop.await(retried, "WorkflowType = 'shop.stop' AND ExecutionStatus = 'Completed'");
        shop.await(60 - retried, "WorkflowType = 'shop.stop' AND DurahookStatus = 'parked'");
    }

    // Temporal misses the worker after a minute. Meanwhile the other tests run, on a server of their own.
    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void operationGoesOnAfterItsWorkerWasKilled() throws IOException {
        try (TemporalServer own = TemporalServer.start();
                ShopFloor mortal = new ShopFloor(own, Files.createDirectory(folder.resolve("mortal")))) {
            List<String> events = mortal.park("shop.kill", 60);
            WorkflowStub operation = mortal.operation(RETRY, "{\"type\": \"shop.kill\", \"rate\": 10}");
            Await.until(
                    "some events are retried", () -> mortal.handled("shop.kill").size() >= 15);
            mortal.killWorker();
            mortal.startWorker();

            OperationResult result = result(operation);
            assertThat(result.message()).isEqualTo("60 events were retried.");
            assertThat(result.skipped()).isEmpty();
            mortal.await(60, "WorkflowType = 'shop.kill' AND ExecutionStatus = 'Completed'");
            assertThat(events)
                    .allSatisfy(event -> assertThat(
                                    own.workflows().count(event, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED))
                            .isEqualTo(1));
        }
    }

    @Test
    void eventThatIsNamedLikeAnOperationDecidesNothing() {
        List<String> parked = shop.park("shop.safe", 2);
        String onDefault = shop.deliver(DISCARD, "hostile-1");
        String onOperations = shop.deliver(DISCARD, "hostile-2", TaskQueues.OPERATIONS);

        shop.await(1, "WorkflowId = '" + onDefault + "' AND DurahookStatus = 'unhandled'");
        shop.await(1, "WorkflowId = '" + onOperations + "' AND DurahookStatus = 'parked'");
        assertThat(parked)
                .allSatisfy(event -> assertThat(
                                server.workflows().count(event, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED))
                        .isZero());
    }

    @Test
    void repeatedSignalChangesNothingAndCountsAgain() {
        EventRun event = run(shop.park("shop.twice", 1).get(0));
        ParkedSignal signal = new ParkedSignal(new TemporalCalls(shop.client()));
        OperationOrder order = order(Operation.RETRY_PARKED, "first");
        assertThat(signal.on(event, order, false)).isEqualTo(PageOutcome.done(event));
        shop.await(1, "WorkflowType = 'shop.twice' AND ExecutionStatus = 'Completed'");

        assertThat(signal.on(event, order, true)).isEqualTo(PageOutcome.done(event));
        assertThat(signal.on(event, order(Operation.RETRY_PARKED, "second"), false))
                .isEqualTo(PageOutcome.skipped("no longer parked"));
        assertThat(server.workflows().count(event.id(), EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED))
                .isEqualTo(1);
    }

    @Test
    void repeatedResetChangesNothingAndCountsAgain() {
        shop.up();
        EventRun event = run(shop.deliver("shop.reset", "shop.reset-0"));
        shop.await(1, "WorkflowType = 'shop.reset' AND ExecutionStatus = 'Completed'");
        ResetToBeginning reset =
                new ResetToBeginning(new TemporalCalls(shop.client()), new EventRecognition(shop.client()));
        OperationOrder order = order(Operation.PROCESS_AGAIN, "first");

        assertThat(reset.on(event, order, false)).isEqualTo(PageOutcome.done(event));
        assertThat(reset.on(event, order, true)).isEqualTo(PageOutcome.done(event));
        assertThat(reset.on(event, order, false).done()).isZero();
        assertThat(reset.on(event, order(Operation.PROCESS_AGAIN, "second"), false))
                .isEqualTo(PageOutcome.skipped("was processed again before"));
        shop.await(2, "WorkflowType = 'shop.reset' AND ExecutionStatus = 'Completed'");
        assertThat(shop.handled("shop.reset")).hasSize(2);
    }

    @Test
    void eventWhoseLatestRunWasTerminatedIsLeftAloneAndTheReasonSaysSo() {
        shop.up();
        EventRun event = run(shop.deliver("shop.ended", "shop.ended-0"));
        shop.await(1, "WorkflowType = 'shop.ended' AND ExecutionStatus = 'Completed'");
        ResetToBeginning reset =
                new ResetToBeginning(new TemporalCalls(shop.client()), new EventRecognition(shop.client()));
        shop.down();
        try {
            assertThat(reset.on(event, order(Operation.PROCESS_AGAIN, "first"), false))
                    .isEqualTo(PageOutcome.done(event));
            shop.client().newUntypedWorkflowStub(event.id()).terminate("no longer wanted");
        } finally {
            shop.up();
        }
        OperationRequest again =
                new OperationRequest(Operation.PROCESS_AGAIN, List.of(), null, null, null, null, 20, false, true);
        assertThat(reset.on(event, new OperationOrder(again, "another", "second", "ann", Instant.EPOCH), false))
                .isEqualTo(PageOutcome.skipped("its latest run was terminated"));
    }

    @Test
    void updateThatAnEventReceivedIsNotRepeated() {
        WorkerFactory factory = WorkerFactory.newInstance(shop.client());
        factory.newWorker("approvals").registerWorkflowImplementationTypes(RefundWorkflow.class);
        factory.start();
        try {
            String event = shop.deliver(Refund.TYPE, "refund-1", "approvals");
            WorkflowStub refund = shop.client().newUntypedWorkflowStub(event);
            refund.update("approve", Void.class);
            assertThat(refund.getResult(String.class)).isEqualTo("approved");

            ResetToBeginning reset =
                    new ResetToBeginning(new TemporalCalls(shop.client()), new EventRecognition(shop.client()));
            EventRun run = run(event);
            assertThat(reset.on(run, order(Operation.PROCESS_AGAIN, "first"), false))
                    .isEqualTo(PageOutcome.done(run));
            assertThat(server.workflows().history(event))
                    .extracting(HistoryEvent::getEventType)
                    .doesNotContain(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ADMITTED);
        } finally {
            factory.shutdownNow();
        }
    }

    @Test
    void eventThatReceivedManySignalsBeforeItsFirstTaskIsProcessedAgainOnce() {
        EventRun event = run(shop.deliver(Refund.TYPE, "refund-2", "late-approvals"));
        WorkflowStub refund = shop.client().newUntypedWorkflowStub(event.id());
        for (int i = 0; i < 40; i++) {
            refund.signal("resend", i);
        }
        WorkerFactory factory = WorkerFactory.newInstance(shop.client());
        factory.newWorker("late-approvals").registerWorkflowImplementationTypes(RefundWorkflow.class);
        factory.start();
        try {
            refund.update("approve", Void.class);
            assertThat(refund.getResult(String.class)).isEqualTo("approved");

            ResetToBeginning reset =
                    new ResetToBeginning(new TemporalCalls(shop.client()), new EventRecognition(shop.client()));
            OperationOrder order = order(Operation.PROCESS_AGAIN, "first");
            assertThat(reset.on(event, order, false)).isEqualTo(PageOutcome.done(event));
            assertThat(reset.on(event, order, true)).isEqualTo(PageOutcome.done(event));
            Await.until(
                    "the event has two runs",
                    () -> server.workflows().runs(event.id()).size() == 2);
        } finally {
            factory.shutdownNow();
        }
    }

    // A reset hands the signals of the original run out again, before the new run's first task.
    @Test
    void resetUndoesTheDiscardOfAStepThatAnEarlierRunHasParked() {
        String event = shop.goOnWaiting("shop.undone", "undone-1");
        String parked = "WorkflowId = '" + event + "' AND ExecutionStatus = 'Running' AND DurahookStatus = 'parked'";
        shop.await(1, parked);
        shop.client()
                .newUntypedWorkflowStub(event)
                .signal("discard", Map.of("step", "handle:mail", "reason", "a mistake"));
        shop.await(1, "WorkflowId = '" + event + "' AND ExecutionStatus = 'Completed'");

        server.workflows().reset(event);

        shop.await(1, parked);
    }

    @Test
    void resetOfAnEventThatHasReceivedManySignalsProcessesTheEvent() {
        String event = shop.park("shop.signalled", 1).get(0);
        WorkflowStub workflow = shop.client().newUntypedWorkflowStub(event);
        for (int i = 0; i < 20; i++) {
            workflow.signal("resend", i);
        }
        workflow.signal("retry");
        shop.await(1, "WorkflowType = 'shop.signalled' AND ExecutionStatus = 'Completed'");

        server.workflows().reset(event);

        shop.await(2, "WorkflowType = 'shop.signalled' AND ExecutionStatus = 'Completed'");
        assertThat(shop.handled("shop.signalled")).hasSize(2);
    }

    /** A refund, which a person approves. */
    @WorkflowInterface
    public interface Refund {

        String TYPE = "shop.refund";

        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event, RawValue body);

        @UpdateMethod
        void approve();
    }

    /** Waits for the approval. */
    public static final class RefundWorkflow implements Refund {

        private boolean approved;

        @Override
        public String process(WebhookEvent event, RawValue body) {
            Workflow.await(() -> approved);
            return "approved";
        }

        @Override
        public void approve() {
            approved = true;
        }
    }

    private static EventRun run(String event) {
        return new EventRun(
                event, server.workflows().describe(event).getExecution().getRunId());
    }

    private static OperationOrder order(Operation operation, String firstRunId) {
        return new OperationOrder(
                new OperationRequest(operation, List.of(), null, null, null, null, 20, false, false),
                "an-operation",
                firstRunId,
                "ann",
                Instant.EPOCH);
    }

    private static OperationResult result(WorkflowStub operation) {
        return operation.getResult(OperationResult.class);
    }

    private static String refusal(WorkflowStub operation) {
        WorkflowFailedException failure =
                catchThrowableOfType(WorkflowFailedException.class, () -> operation.getResult(Object.class));
        ApplicationFailure cause = (ApplicationFailure) failure.getCause();
        assertThat(cause.getType()).isEqualTo("InvalidOperation");
        return cause.getOriginalMessage();
    }

    private static WorkflowExecutionSignaledEventAttributes signal(String event) {
        return server.workflows().firstSignal(event).getWorkflowExecutionSignaledEventAttributes();
    }

    // A workflow of another application in the same namespace.
    private static void complete(String type, String id) {
        WorkerFactory factory = WorkerFactory.newInstance(shop.client());
        factory.newWorker("foreign")
                .registerWorkflowImplementationFactory(DynamicWorkflow.class, () -> arguments -> "done");
        factory.start();
        try {
            WorkflowStub workflow = shop.client()
                    .newUntypedWorkflowStub(
                            type,
                            WorkflowOptions.newBuilder()
                                    .setWorkflowId(id)
                                    .setTaskQueue("foreign")
                                    .build());
            workflow.start("an order");
            workflow.getResult(Object.class);
            shop.await(1, "WorkflowId = '" + id + "' AND ExecutionStatus = 'Completed'");
        } finally {
            factory.shutdownNow();
        }
    }
}
