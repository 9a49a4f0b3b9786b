package dev.durahook.workflows.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.operations.run.OperationResult;
import dev.durahook.workflows.operations.run.OperationWorkflow;
import dev.durahook.workflows.processing.DiscardInterceptor;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperationWorkflowTest {

    private static final String ALL = "{\"type\": \"*\", \"reason\": \"the crm is back\"}";

    // A cancellation comes with a heartbeat.
    private static final WorkerOptions OPTIONS = WorkerOptions.newBuilder()
            .setMaxHeartbeatThrottleInterval(Duration.ofMillis(100))
            .build();

    private final TestWorkflowEnvironment environment =
            TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                            .setWorkerInterceptors(new DiscardInterceptor())
                            .build())
                    .build());

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void everyPageIsDoneAndCounted() {
        ScriptedEvents events = new ScriptedEvents(23);
        WorkflowStub operation = start(events, "durahook.retry-parked", ALL);
        OperationResult result = operation.getResult(OperationResult.class);

        assertThat(result.message()).isEqualTo("19 events were retried.");
        assertThat(result)
                .returns(23L, OperationResult::found)
                .returns(19, OperationResult::done)
                .returns(null, OperationResult::dryRun)
                .returns(null, OperationResult::wouldBeDone)
                .returns(2, OperationResult::failed)
                .returns(Map.of("no longer parked", 2), OperationResult::skipped)
                .returns("ann@shop.example", OperationResult::startedBy)
                .returns("the crm is back", OperationResult::reason);
        assertThat(result.failures())
                .contains(new FailedEvent("shop:3", "the signal is refused"))
                .hasSize(2);
        assertThat(events.acted()).hasSize(23).doesNotHaveDuplicates();
        assertThat(events.sizes()).containsOnly(100);
        assertThat(details(operation))
                .startsWith("**19 events were retried.**")
                .contains(
                        "- Operation: `durahook.retry-parked`\n",
                        "- Started by: `ann@shop.example` at ",
                        "- Reason: `the crm is back`\n",
                        "- Rate: 20 a second\n",
                        "- Retried: 19\n",
                        "- Left alone: 2\n    - no longer parked: 2\n",
                        "- Failed: 2\n    - `shop:3`: `the signal is refused`\n");
    }

    @Test
    void dryRunShowsSomeOfTheEvents() {
        WorkflowStub operation = start(
                new ScriptedEvents(23),
                "durahook.discard-parked",
                ALL.replace("}", ", \"dryRun\": true, \"rate\": 1}"));
        OperationResult result = operation.getResult(OperationResult.class);

        assertThat(result.message()).isEqualTo("Dry run: 19 events would be discarded. Nothing was changed.");
        assertThat(result)
                .returns(true, OperationResult::dryRun)
                .returns(0, OperationResult::done)
                .returns(19, OperationResult::wouldBeDone);
        assertThat(operation.getResult(JsonNode.class).toString()).contains("\"dryRun\":true", "\"done\":0");
        assertThat(result.examples()).contains("shop:0", "shop:1").hasSize(10);
        assertThat(details(operation)).contains("- Would be discarded: 19, such as `shop:0`, `shop:1`");
    }

    @Test
    void slowOperationHasSmallPagesSoThatItCanBeCancelledSoon() {
        ScriptedEvents events = new ScriptedEvents(3);
        start(events, "durahook.process-again", "{\"source\": \"shop\", \"rate\": 2}")
                .getResult(OperationResult.class);
        assertThat(events.sizes()).containsExactly(10);
    }

    @Test
    void cancelledOperationStopsAndSaysHowFarItHasGot() throws InterruptedException {
        ScriptedEvents events = new ScriptedEvents(23).stopAt(12);
        WorkflowStub operation = start(events, "durahook.retry-parked", ALL);
        events.awaitStop();
        assertThat(details(operation)).startsWith("**In progress: 10 of 23 events.**");
        operation.cancel();

        assertThat(failure(operation)).hasCauseInstanceOf(CanceledFailure.class);
        assertThat(details(operation))
                .startsWith(
                        "**Cancelled after at least 12 of 23 events.** Up to 3 events more, of the page that was under"
                                + " way, may have been retried: the history of such an event names this operation. All other"
                                + " events are as they were.\n")
                .contains("- Retried: 10\n");
        assertThat(events.acted()).hasSize(12);
    }

    @Test
    void operationThatIsCancelledAfterAFailedAttemptSaysHowManyEventsItMayHaveDecidedOn() throws InterruptedException {
        ScriptedEvents events = new ScriptedEvents(23).failAt(12);
        WorkflowStub operation = start(events, "durahook.discard-parked", ALL);
        events.awaitStop();
        operation.cancel();

        assertThat(failure(operation)).hasCauseInstanceOf(CanceledFailure.class);
        assertThat(details(operation))
                .startsWith(
                        "**Cancelled after at least 10 of 23 events.** Up to 5 events more, of the page that was under"
                                + " way, may have been discarded: the history of such an event names this operation. All other"
                                + " events are as they were.\n")
                .contains("- Discarded: 8\n");
    }

    @Test
    void cancelledDryRunHasChangedNothing() throws InterruptedException {
        ScriptedEvents events = new ScriptedEvents(23).stopAt(12);
        WorkflowStub operation = start(events, "durahook.retry-parked", ALL.replace("}", ", \"dryRun\": true}"));
        events.awaitStop();
        operation.cancel();
        assertThat(failure(operation)).hasCauseInstanceOf(CanceledFailure.class);
        assertThat(details(operation))
                .startsWith("**Cancelled after 12 of 23 events.** The other events are as they were.\n");
    }

    @Test
    void manyPagesGoOnInANewRun() {
        ScriptedEvents events = new ScriptedEvents(520);
        WorkflowStub operation = start(events, "durahook.retry-parked", ALL);
        String first = operation.getExecution().getRunId();
        OperationResult result = operation.getResult(OperationResult.class);

        assertThat(result.done() + result.failed()).isEqualTo(520 - 52);
        assertThat(result.found()).isEqualTo(520);
        assertThat(events.acted())
                .hasSize(520)
                .doesNotHaveDuplicates()
                .allSatisfy(request -> assertThat(request).startsWith(first + "/"));
        assertThat(environment
                        .getWorkflowClient()
                        .fetchHistory(operation.getExecution().getWorkflowId(), first)
                        .getLastEvent()
                        .getEventType())
                .isEqualTo(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW);
    }

    @Test
    void refusedQueryEndsTheOperationWithTemporalsAnswer() {
        WorkflowStub operation = start(new ScriptedEvents(1), "durahook.retry-parked", "{\"query\": \"= 'x'\"}");
        assertThat(refusal(operation))
                .contains("Temporal does not take the query: syntax error", "An input that works: {\"type\"");
        assertThat(details(operation)).startsWith("**Nothing was done.** `Temporal does not take the query");
    }

    @Test
    void misspeltTypeEndsWithTheRightOnes() {
        WorkflowStub operation = start(new ScriptedEvents(1), "durahook.retry-parkd", ALL);
        assertThat(refusal(operation))
                .contains("`durahook.retry-parkd` is not a known operation", "durahook.process-again");
    }

    @Test
    void missingInputEndsTheOperation() {
        WorkflowStub operation = stub(new ScriptedEvents(1), "durahook.retry-parked");
        operation.start();
        assertThat(refusal(operation)).contains("The input is missing");
    }

    @Test
    void secondInputOfAnOperatorIsNotRead() {
        ScriptedEvents events = new ScriptedEvents(1);
        WorkflowStub operation = stub(events, "durahook.retry-parked");
        operation.start(EventBody.of(bytes(ALL)), EventBody.of(bytes("{\"order\": 1}")));
        assertThat(operation.getResult(OperationResult.class).done()).isEqualTo(1);
    }

    @Test
    void eventThatIsNamedLikeAnOperationDecidesNothing() {
        ScriptedEvents events = new ScriptedEvents(23);
        WorkflowStub operation = stub(events, "durahook.discard-parked");
        operation.start(
                new WebhookEvent("durahook:1", "durahook", "durahook.discard-parked", Instant.EPOCH, Map.of(), null),
                EventBody.of(bytes("{\"type\": \"*\", \"reason\": \"x\"}")));
        assertThat(refusal(operation)).contains("`id` is not a known field");
        assertThat(events.acted()).isEmpty();
    }

    private WorkflowStub start(ScriptedEvents events, String type, String input) {
        WorkflowStub operation = stub(events, type);
        operation.start(EventBody.of(bytes(input)));
        return operation;
    }

    private WorkflowStub stub(ScriptedEvents events, String type) {
        Worker worker = environment.newWorker(TaskQueues.OPERATIONS, OPTIONS);
        worker.registerWorkflowImplementationTypes(OperationWorkflow.class);
        worker.registerActivitiesImplementations(events);
        environment.start();
        return environment
                .getWorkflowClient()
                .newUntypedWorkflowStub(
                        type,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId("an-operation")
                                .setTaskQueue(TaskQueues.OPERATIONS)
                                .build());
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static WorkflowFailedException failure(WorkflowStub operation) {
        return catchThrowableOfType(WorkflowFailedException.class, () -> operation.getResult(Object.class));
    }

    private static String refusal(WorkflowStub operation) {
        ApplicationFailure cause = (ApplicationFailure) failure(operation).getCause();
        assertThat(cause.getType()).isEqualTo(InvalidOperation.TYPE);
        return cause.getOriginalMessage();
    }

    // Of the last run: the stub of a started workflow asks its first run.
    private String details(WorkflowStub operation) {
        return environment
                .getWorkflowClient()
                .newUntypedWorkflowStub(operation.getExecution().getWorkflowId())
                .query("__temporal_workflow_metadata", WorkflowMetadata.class)
                .getCurrentDetails();
    }
}
