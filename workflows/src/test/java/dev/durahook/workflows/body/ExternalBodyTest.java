package dev.durahook.workflows.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.MemoryStorage;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.reading.EventDataConverter;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.DynamicActivity;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.EncodedValues;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.DynamicWorkflow;
import io.temporal.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The application stores large payloads outside of Temporal, which has only references to them. */
class ExternalBodyTest {

    private static final WebhookEvent EVENT =
            new WebhookEvent("shop:1", "shop", "shop.order", Instant.EPOCH, Map.of(), null);
    private static final String BODY = "{\"text\": \"" + "a".repeat(300_000) + "\"}";

    private final MemoryStorage storage = new MemoryStorage();
    private final TestWorkflowEnvironment environment =
            TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                            .setDataConverter(EventDataConverter.standard())
                            .setExternalStorage(storage.from(10))
                            .build())
                    .build());
    private final WorkflowClient client = environment.getWorkflowClient();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void activityGetsTheBodyAndNotTheReference() {
        assertThat(bodyReadBy(new StoredBody(client))).isEqualTo(BODY);
        assertThat(storage.size()).isPositive();
    }

    @Test
    void bodyThatCanNotBeFetchedNowIsReadByALaterAttempt() {
        StoredBody bodies = new StoredBody(client);
        String body = bodyReadBy(event -> {
            storage.away(failures.isEmpty());
            try {
                return bodies.of(event);
            } finally {
                storage.away(false);
            }
        });
        assertThat(body).isEqualTo(BODY);
        assertThat(failures).singleElement().asString().contains("the storage is away");
    }

    @Test
    void clientWithoutTheStorageSaysSoAndIsTriedAgain() {
        StoredBody without = new StoredBody(WorkflowClient.newInstance(
                environment.getWorkflowServiceStubs(),
                client.getOptions().toBuilder().setExternalStorage(null).build()));
        StoredBody with = new StoredBody(client);
        assertThat(bodyReadBy(event -> failures.isEmpty() ? without.of(event) : with.of(event)))
                .isEqualTo(BODY);
        assertThat(failures).singleElement().asString().contains("external storage", "ExternalStorage");
    }

    @Test
    void workflowTaskFailsUntilTheStorageAnswers() {
        storage.away(true);
        WorkflowStub workflow = reading(new StoredBody(client));
        Await.until(
                "a workflow task has failed",
                () -> history().stream()
                        .anyMatch(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED));
        storage.away(false);
        assertThat(workflow.getResult(String.class)).isEqualTo(BODY);
        assertThat(failures).isEmpty();
    }

    // The client itself would fetch the payloads of the history.
    private List<HistoryEvent> history() {
        return environment
                .getWorkflowServiceStubs()
                .blockingStub()
                .getWorkflowExecutionHistory(GetWorkflowExecutionHistoryRequest.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .setExecution(WorkflowExecution.newBuilder().setWorkflowId(EVENT.id()))
                        .build())
                .getHistory()
                .getEventsList();
    }

    private String bodyReadBy(BodySource bodies) {
        return reading(bodies).getResult(String.class);
    }

    private WorkflowStub reading(BodySource bodies) {
        Worker worker = environment.newWorker("shop");
        worker.registerWorkflowImplementationTypes(Reading.class);
        worker.registerActivitiesImplementations((DynamicActivity) arguments -> {
            try {
                return new String(bodies.of(arguments.get(0, WebhookEvent.class)), StandardCharsets.UTF_8);
            } catch (RuntimeException e) {
                failures.add(String.valueOf(e));
                throw Activity.wrap(e);
            }
        });
        environment.start();
        WorkflowStub workflow = client.newUntypedWorkflowStub(
                EVENT.type(),
                WorkflowOptions.newBuilder()
                        .setTaskQueue("shop")
                        .setWorkflowId(EVENT.id())
                        .build());
        workflow.start(EVENT, EventBody.of(BODY.getBytes(StandardCharsets.UTF_8)));
        return workflow;
    }

    /** Calls an activity, which reads the body from where the receiver has stored it. */
    public static final class Reading implements DynamicWorkflow {

        @Override
        public Object execute(EncodedValues arguments) {
            return Workflow.newUntypedActivityStub(ActivityOptions.newBuilder()
                            .setStartToCloseTimeout(Duration.ofMinutes(5))
                            .build())
                    .execute("read", String.class, arguments.get(0, WebhookEvent.class));
        }
    }
}
