package dev.durahook.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.examples.DeclaredForTests;
import dev.durahook.examples.classic.UserCreatedWorkflow;
import dev.durahook.examples.github.GithubPush.GithubPushWorkflow;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.parking.EventStatus;
import dev.durahook.workflows.processing.DiscardInterceptor;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Records the histories that {@link ReplayTest} replays. This class is not a test and does not run in a normal build:
 *
 * <pre>{@code mvn -pl examples -am test -Dtest=dev.durahook.examples.replay.HistoryRecorder -Dsurefire.failIfNoSpecifiedTests=false}</pre>
 */
@RequiresTemporal
class HistoryRecorder {

    private static final Path HISTORIES = Path.of("src/test/resources/histories");
    private static final int ATTEMPTS = 6;

    private TemporalServer server;
    private WorkerFactory factory;

    @BeforeEach
    void start() {
        server = TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
        // The client's default identity would name the machine.
        WorkflowClient client = WorkflowClient.newInstance(
                server.stubs(),
                WorkflowClientOptions.newBuilder().setIdentity("recorder").build());
        factory = WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(new DiscardInterceptor())
                        .build());
    }

    @AfterEach
    void stop() {
        factory.shutdownNow();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "webhook.user_created, 0, succeeded",
        "webhook.user_created, 2, retried",
        "github.push, 0, succeeded",
        "github.push, 2, retried"
    })
    void completed(String type, int failures, String name) throws IOException {
        save(type, name, deliver(type, failures));
    }

    @ParameterizedTest
    @CsvSource({"webhook.user_created", "github.push"})
    void parkedAndRetried(String type) throws IOException {
        WorkflowStub workflow = deliver(type, ATTEMPTS + 1);
        awaitParked(workflow);
        workflow.signal("retry");
        save(type, "parked-and-retried", workflow);
    }

    @ParameterizedTest
    @CsvSource({"webhook.user_created", "github.push"})
    void parkedAndDiscarded(String type) throws IOException {
        WorkflowStub workflow = deliver(type, ATTEMPTS);
        awaitParked(workflow);
        workflow.signal("discard", "only a demonstration");
        save(type, "parked-and-discarded", workflow);
    }

    private WorkflowStub deliver(String type, int failures) {
        Worker worker = factory.newWorker("examples");
        worker.registerWorkflowImplementationTypes(UserCreatedWorkflow.class, GithubPushWorkflow.class);
        worker.registerActivitiesImplementations(
                new DeclaredForTests(Duration.ofMillis(50), true), new FlakyActivities(failures));
        factory.start();
        WorkflowStub workflow = factory.getWorkflowClient()
                .newUntypedWorkflowStub(
                        type,
                        WorkflowOptions.newBuilder().setTaskQueue("examples").build());
        String source = type.substring(0, type.indexOf('.'));
        workflow.start(
                new WebhookEvent(source + ":1", source, type, Instant.EPOCH, Map.of(), null), EventBody.of(body(type)));
        return workflow;
    }

    private static byte[] body(String type) {
        String body = type.equals("github.push")
                ? "{\"ref\":\"refs/heads/main\",\"commits\":[],\"repository\":{\"full_name\":\"acme/shop\"}}"
                : "{\"event\":\"user_created\",\"data\":{\"id\":123,\"name\":\"Alice\"}}";
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static void awaitParked(WorkflowStub workflow) {
        Await.until(
                "parked",
                () -> "parked"
                        .equals(workflow.describe().getTypedSearchAttributes().get(EventStatus.KEY)));
    }

    private void save(String type, String name, WorkflowStub workflow) throws IOException {
        workflow.getResult(Object.class);
        String json = factory.getWorkflowClient()
                .fetchHistory(workflow.getExecution().getWorkflowId())
                .toJson(true);
        assertThat(json).contains("EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED");
        Files.createDirectories(HISTORIES);
        Files.writeString(HISTORIES.resolve(type + "-" + name + ".json"), json + "\n");
    }
}
