package dev.durahook.worker.destination.workflow.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.MemoryStorage;
import dev.durahook.worker.ExternalEnvironment;
import io.grpc.Deadline;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.DynamicUpdateHandler;
import io.temporal.workflow.DynamicWorkflow;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A workflow of an application that stores its payloads outside of Temporal answers an update. */
class ExternalUpdateTest {

    private static final String ANSWER = "a".repeat(20_000);

    private final MemoryStorage storage = new MemoryStorage();
    private final TestWorkflowEnvironment environment = ExternalEnvironment.with(storage, 10_000);

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void receiptHasTheAnswerAndNotItsReference() {
        WorkflowExecution run = waiting();
        UpdateOutcome outcome = calls("text").send(run, "update-1").orElseThrow();
        assertThat(outcome.result())
                .isNotNull()
                .satisfies(result ->
                        assertThat(result.getPayload().getData().toStringUtf8()).contains(ANSWER));
        assertThat(outcome.hasSucceeded()).isTrue();
    }

    @Test
    void updateHasSucceededEvenIfItsAnswerCanNotBeFetched() {
        WorkflowExecution run = waiting();
        storage.away(true);
        UpdateOutcome outcome = calls("text").send(run, "update-1").orElseThrow();
        assertThat(outcome.hasSucceeded()).isTrue();
        assertThat(outcome.result()).isNull();
    }

    @Test
    void failureHasItsDetailsAndNotTheirReference() {
        WorkflowExecution run = waiting();
        UpdateOutcome outcome = calls("refuse").send(run, "update-1").orElseThrow();
        assertThat(outcome.failure())
                .isInstanceOfSatisfying(
                        ApplicationFailure.class,
                        failure -> assertThat(failure.getDetails().get(String.class))
                                .isEqualTo(ANSWER));
    }

    private WorkflowExecution waiting() {
        Worker worker = environment.newWorker("shop");
        worker.registerWorkflowImplementationTypes(Waiting.class);
        environment.start();
        WorkflowStub workflow = environment
                .getWorkflowClient()
                .newUntypedWorkflowStub(
                        "Waiting",
                        WorkflowOptions.newBuilder()
                                .setTaskQueue("shop")
                                .setWorkflowId("order-1")
                                .build());
        WorkflowExecution run = workflow.start();
        // An update that comes with the first task is refused, because the workflow registers its handler only there.
        Await.until("the first task is completed", this::isWaiting);
        return run;
    }

    private boolean isWaiting() {
        return environment.getWorkflowClient().fetchHistory("order-1").getEvents().stream()
                .anyMatch(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED);
    }

    private UpdateCalls calls(String update) {
        return new UpdateCalls(
                environment.getWorkflowClient(),
                update,
                new AddressedEvent("order-1", "key", List.of("paid"), Deadline.after(1, TimeUnit.MINUTES)));
    }

    /** Answers each update with a long text, or refuses it with one. */
    public static final class Waiting implements DynamicWorkflow {

        @Override
        public @Nullable Object execute(EncodedValues arguments) {
            Workflow.registerListener((DynamicUpdateHandler) (update, values) -> {
                if (update.equals("refuse")) {
                    throw ApplicationFailure.newFailure("no stock", "OutOfStock", ANSWER);
                }
                return ANSWER;
            });
            Workflow.await(() -> false);
            return null;
        }
    }
}
