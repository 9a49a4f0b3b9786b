package dev.durahook.worker.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.MemoryStorage;
import dev.durahook.worker.ExternalEnvironment;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.operations.EventRun;
import dev.durahook.workflows.operations.Operation;
import dev.durahook.workflows.operations.OperationActivities;
import dev.durahook.workflows.operations.OperationOrder;
import dev.durahook.workflows.operations.OperationRequest;
import dev.durahook.workflows.operations.PageOutcome;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.RetryOptions;
import io.temporal.common.converter.EncodedValues;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.DynamicWorkflow;
import io.temporal.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Operations on events of an application that stores its payloads outside of Temporal. */
class ExternalEventTest {

    private static final String ID = "shop:1";

    private final MemoryStorage storage = new MemoryStorage();

    @Test
    void eventIsRecognisedUnlessTheStorageDoesNotAnswer() {
        try (TestWorkflowEnvironment environment = ExternalEnvironment.with(storage, 10)) {
            WorkflowClient client = environment.getWorkflowClient();
            List<HistoryEvent> beginning = new TemporalCalls(client).beginning(ID, deliver(client));
            EventRecognition recognition = new EventRecognition(client);
            assertThat(recognition.isEvent(ID, beginning)).isTrue();
            assertThat(recognition.isEvent("shop:2", beginning)).isFalse();
            storage.away(true);
            assertThatThrownBy(() -> recognition.isEvent(ID, beginning)).hasMessageContaining("the storage is away");
        }
    }

    // The bucket has lost the event, or the workflow is another application's, whose storage this worker does not have.
    @Test
    void eventThatTheStorageDoesNotHaveFailsAloneAfterSomePatience() throws TimeoutException {
        try (TestWorkflowEnvironment environment = ExternalEnvironment.with(storage, 5_000)) {
            WorkflowClient client = environment.getWorkflowClient();
            Worker worker = environment.newWorker("shop");
            worker.registerWorkflowImplementationTypes(Operating.class);
            worker.registerActivitiesImplementations(new BulkActivities(client, policy -> true));
            environment.start();
            String lost = completed(client, ID, Map.of("note", "a".repeat(10_000)));
            String kept = completed(client, "shop:2", Map.of());
            storage.away(true);

            WorkflowStub operation = stub(client, "operate", "an-operation");
            operation.start(order(), List.of(new EventRun(ID, lost), new EventRun("shop:2", kept)));
            PageOutcome outcome = operation.getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, PageOutcome.class);
            assertThat(outcome.examples()).containsExactly("shop:2");
            assertThat(outcome.failures()).singleElement().satisfies(failed -> {
                assertThat(failed.id()).isEqualTo(ID);
                assertThat(failed.reason()).contains("the storage is away");
            });
        }
    }

    private static OperationOrder order() {
        return new OperationOrder(
                new OperationRequest(
                        Operation.PROCESS_AGAIN, List.of(), null, null, null, "the crm is back", 100, true, false),
                "an-operation",
                "run",
                "ann@shop.example",
                Instant.EPOCH);
    }

    private static String completed(WorkflowClient client, String id, Map<String, String> headers) {
        WorkflowStub workflow = stub(client, "shop.order", id);
        workflow.start(
                new WebhookEvent(id, "shop", "shop.order", Instant.EPOCH, headers, null),
                EventBody.of("{}".getBytes(StandardCharsets.UTF_8)));
        workflow.getResult(Void.class);
        return workflow.getExecution().getRunId();
    }

    private static WorkflowStub stub(WorkflowClient client, String type, String id) {
        return client.newUntypedWorkflowStub(
                type,
                WorkflowOptions.newBuilder()
                        .setTaskQueue("shop")
                        .setWorkflowId(id)
                        .build());
    }

    /** Carries out an operation on a page of events, or processes an event. */
    public static final class Operating implements DynamicWorkflow {

        @Override
        public @Nullable Object execute(EncodedValues arguments) {
            if (!Workflow.getInfo().getWorkflowType().equals("operate")) {
                return null;
            }
            return Workflow.newActivityStub(
                            OperationActivities.class,
                            ActivityOptions.newBuilder()
                                    .setStartToCloseTimeout(Duration.ofMinutes(5))
                                    .setRetryOptions(RetryOptions.newBuilder()
                                            .setInitialInterval(Duration.ofMillis(1))
                                            .setBackoffCoefficient(1)
                                            .build())
                                    .build())
                    .act(arguments.get(0, OperationOrder.class), List.of(arguments.get(1, EventRun[].class)));
        }
    }

    private static String deliver(WorkflowClient client) {
        return client.newUntypedWorkflowStub(
                        "shop.order",
                        WorkflowOptions.newBuilder()
                                .setTaskQueue("shop")
                                .setWorkflowId(ID)
                                .build())
                .start(
                        new WebhookEvent(ID, "shop", "shop.order", Instant.EPOCH, Map.of(), null),
                        EventBody.of("{}".getBytes(StandardCharsets.UTF_8)))
                .getRunId();
    }
}
