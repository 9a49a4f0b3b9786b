package dev.durahook.workflows.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.remote.RemoteMark;
import dev.durahook.workflows.shop.Shop;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.DynamicWorkflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An event that is for a workflow of other workers, on a task queue that Durahook's worker polls by mistake. */
class RemoteWorkflowTest {

    private static final String QUEUE = "python";

    private final TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance();
    private final WorkflowClient client = environment.getWorkflowClient();

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void defaultWorkflowLeavesItToTheWorkerThatHasTheWorkflow() {
        WorkerFactory durahook = WorkerFactory.newInstance(client);
        durahook.newWorker(QUEUE, Shop.patient()).registerWorkflowImplementationTypes(DefaultWorkflow.class);
        durahook.start();
        deliver();

        assertThat(failureOfFirstTask())
                .contains(
                        "durahook.workflows.orders says that a worker of the task queue python has the workflow shop.paid",
                        "Remove the task queue from durahook.worker.task-queues");
        durahook.shutdownNow();
        durahook.awaitTermination(10, TimeUnit.SECONDS);
        environment
                .newWorker(QUEUE, Shop.patient())
                .registerWorkflowImplementationFactory(DynamicWorkflow.class, () -> arguments -> "processed elsewhere");
        environment.start();

        assertThat(client.newUntypedWorkflowStub("shop:1").getResult(String.class))
                .isEqualTo("processed elsewhere");
        assertThat(history())
                .extracting(HistoryEvent::getEventType)
                .doesNotContain(EventType.EVENT_TYPE_MARKER_RECORDED, EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED);
    }

    private void deliver() {
        client.newUntypedWorkflowStub(
                        "shop.paid",
                        WorkflowOptions.newBuilder()
                                .setWorkflowId("shop:1")
                                .setTaskQueue(QUEUE)
                                // The SDK reports only the first failure of a task. Each further failure takes this
                                // time.
                                .setWorkflowTaskTimeout(Duration.ofSeconds(2))
                                .setMemo(RemoteMark.memo("orders"))
                                .build())
                .start(
                        new WebhookEvent("shop:1", "shop", "shop.paid", Instant.EPOCH, Map.of(), null),
                        EventBody.of(new byte[] {'1'}));
    }

    // If the task timed out on a busy machine before it could fail, the SDK would report no later failure.
    private String failureOfFirstTask() {
        return Await.value("a workflow task has failed", () -> {
            List<HistoryEvent> history = history();
            if (history.stream().anyMatch(HistoryEvent::hasWorkflowTaskTimedOutEventAttributes)) {
                client.newUntypedWorkflowStub("shop:1").terminate("a workflow task timed out");
                deliver();
            }
            return history.stream()
                    .filter(HistoryEvent::hasWorkflowTaskFailedEventAttributes)
                    .findFirst()
                    .map(event -> event.getWorkflowTaskFailedEventAttributes()
                            .getFailure()
                            .toString());
        });
    }

    private List<HistoryEvent> history() {
        return client.fetchHistory("shop:1").getEvents();
    }
}
