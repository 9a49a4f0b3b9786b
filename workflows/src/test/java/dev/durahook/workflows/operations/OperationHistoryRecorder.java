package dev.durahook.workflows.operations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.operations.run.OperationWorkflow;
import dev.durahook.workflows.processing.DiscardInterceptor;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TemporalDevServer;
import io.temporal.testing.TemporalDevServerOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Records the histories that {@link OperationReplayTest} replays. Run it by hand, with {@code temporal} on PATH, when
 * operations behave in a new way: {@code mvn test -pl workflows -Dtest=OperationHistoryRecorder}. A recorded history
 * stays as it is.
 */
class OperationHistoryRecorder {

    static final Path HISTORIES = Path.of("src/test/resources/operations");

    private final TemporalDevServer server = TemporalDevServer.start(TemporalDevServerOptions.newBuilder()
            .setExistingPath(cli())
            .setDownloadEnabled(false)
            .setExtraArgs(
                    "--search-attribute",
                    "DurahookStatus=Keyword",
                    "--dynamic-config-value",
                    "limit.historyCount.suggestContinueAsNew=60")
            .build());
    // The default identity names the machine.
    private final WorkflowClient client = WorkflowClient.newInstance(
            WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                    .setTarget(server.getTarget())
                    .build()),
            WorkflowClientOptions.newBuilder().setIdentity("recorder").build());
    private final WorkerFactory factory = WorkerFactory.newInstance(
            client,
            WorkerFactoryOptions.newBuilder()
                    .setWorkerInterceptors(new DiscardInterceptor())
                    .build());

    @AfterEach
    void stop() {
        factory.shutdownNow();
        server.close();
    }

    @Test
    void completed() throws IOException {
        WorkflowStub operation = start(new ScriptedEvents(12), "{\"type\": \"*\", \"reason\": \"the crm is back\"}");
        operation.getResult(Object.class);
        save("completed", "");
    }

    @Test
    void cancelled() throws IOException, InterruptedException {
        ScriptedEvents events = new ScriptedEvents(12).stopAt(7);
        WorkflowStub operation = start(events, "{\"type\": \"*\"}");
        events.awaitStop();
        operation.cancel();
        assertThatThrownBy(() -> operation.getResult(Object.class)).isInstanceOf(WorkflowFailedException.class);
        save("cancelled", "");
    }

    @Test
    void continued() throws IOException {
        WorkflowStub operation = start(new ScriptedEvents(45), "{\"type\": \"*\"}");
        String first = operation.getExecution().getRunId();
        operation.getResult(Object.class);
        save("continued", first);
        save("continued-and-done", "");
    }

    @Test
    void refused() throws IOException {
        WorkflowStub operation = start(new ScriptedEvents(1), "{\"query\": \"= 'x'\"}");
        assertThatThrownBy(() -> operation.getResult(Object.class)).isInstanceOf(WorkflowFailedException.class);
        save("refused", "");
    }

    private static String cli() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "temporal"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("temporal is not on PATH"))
                .toString();
    }

    private WorkflowStub start(ScriptedEvents events, String input) {
        Worker worker = factory.newWorker(TaskQueues.OPERATIONS);
        worker.registerWorkflowImplementationTypes(OperationWorkflow.class);
        worker.registerActivitiesImplementations(events.registerStatus());
        factory.start();
        WorkflowStub operation = client.newUntypedWorkflowStub(
                "durahook.retry-parked",
                WorkflowOptions.newBuilder()
                        .setWorkflowId("an-operation")
                        .setTaskQueue(TaskQueues.OPERATIONS)
                        .build());
        operation.start(EventBody.of(input.getBytes(StandardCharsets.UTF_8)));
        return operation;
    }

    private void save(String name, String run) throws IOException {
        Files.createDirectories(HISTORIES);
        String history = run.isEmpty()
                ? client.fetchHistory("an-operation").toJson(true)
                : client.fetchHistory("an-operation", run).toJson(true);
        Files.writeString(HISTORIES.resolve(name + ".json"), history + "\n");
    }
}
