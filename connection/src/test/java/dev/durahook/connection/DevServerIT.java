package dev.durahook.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.fault.FaultProxy;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.StoredWorkflows;
import dev.durahook.testsupport.temporal.TemporalCli;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.api.workflowservice.v1.PollWorkflowTaskQueueRequest;
import io.temporal.api.workflowservice.v1.PollWorkflowTaskQueueResponse;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** On a real development server. */
@RequiresTemporal
class DevServerIT {

    @TempDir
    Path folder;

    private TemporalServer server;

    @BeforeEach
    void start() {
        server = TemporalServer.start(
                TemporalServerOptions.onFile(folder.resolve("temporal.db")).withNamespace("shop"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void addressAndNamespaceOfTheEnvironmentAreUsed() {
        try (ConfigurableApplicationContext application = application("shop", server.target())) {
            startWorkflow(application, "an-id");
        }
        assertThat(new StoredWorkflows(server.client("shop"))
                        .describe("an-id")
                        .getType()
                        .getName())
                .isEqualTo("a.type");
    }

    @Test
    void missingNamespaceIsDownUntilTheCommandInTheReasonHasBeenRun() {
        try (ConfigurableApplicationContext application = application("nowhere", server.target())) {
            // A busy server may not answer the first question in time.
            String command = Await.value("the reason with a command", () -> commandOfReason(application));
            assertThat(command).startsWith("temporal operator namespace create ");
            TemporalCli.run(server.target(), List.of(command.split(" ")));
            awaitHealth(application, Status.UP);
        }
    }

    @Test
    void healthFollowsAKilledServer() {
        try (ConfigurableApplicationContext application = application("default", server.target())) {
            awaitHealth(application, Status.UP);
            server.kill();
            awaitHealth(application, Status.DOWN);
            server.restart();
            awaitHealth(application, Status.UP);
        }
    }

    @Test
    void healthFollowsAFrozenServer() {
        try (ConfigurableApplicationContext application = application("default", server.target())) {
            awaitHealth(application, Status.UP);
            server.pause();
            awaitHealth(application, Status.DOWN);
            server.resume();
            awaitHealth(application, Status.UP);
        }
    }

    @Test
    void longPollOutlivesTheChangeOfConnection() throws Exception {
        try (FaultProxy proxy = FaultProxy.to(server.target());
                ConfigurableApplicationContext application = application("default", proxy.target())) {
            CompletableFuture<PollWorkflowTaskQueueResponse> poll =
                    CompletableFuture.supplyAsync(() -> poll(application));
            Await.until("the poll is known", this::hasPoller);
            int before = proxy.accepted();
            client(application).getWorkflowServiceStubs().getRawChannel().enterIdle();
            TestApplication.call(application);
            assertThat(proxy.accepted()).isGreaterThan(before);

            // The abandoned connection is told to close after five seconds, once it has nothing to do. On a machine
            // that takes eight, there is nothing that the poll outlives, and the test proves nothing.
            TimeUnit.SECONDS.sleep(8);
            startWorkflow(application, "an-id");
            assertThat(poll.get(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                            .getWorkflowExecution()
                            .getWorkflowId())
                    .isEqualTo("an-id");
        }
    }

    private static Optional<String> commandOfReason(ConfigurableApplicationContext application) {
        String prefix = "namespace \"nowhere\" not found: ";
        return Optional.of(String.valueOf(health(application).getDetails().get("reason")))
                .filter(reason -> reason.startsWith(prefix))
                .map(reason -> reason.substring(prefix.length()));
    }

    private static ConfigurableApplicationContext application(String namespace, String target) {
        return TestApplication.start(Map.of("TEMPORAL_ADDRESS", target, "TEMPORAL_NAMESPACE", namespace));
    }

    private static PollWorkflowTaskQueueResponse poll(ConfigurableApplicationContext application) {
        return client(application)
                .getWorkflowServiceStubs()
                .blockingStub()
                .pollWorkflowTaskQueue(PollWorkflowTaskQueueRequest.newBuilder()
                        .setNamespace("default")
                        // Temporal lists no poller without an identity.
                        .setIdentity("a-worker")
                        .setTaskQueue(TaskQueue.newBuilder().setName("a-queue"))
                        .build());
    }

    private boolean hasPoller() {
        return !server.client()
                .getWorkflowServiceStubs()
                .blockingStub()
                .describeTaskQueue(DescribeTaskQueueRequest.newBuilder()
                        .setNamespace("default")
                        .setTaskQueue(TaskQueue.newBuilder().setName("a-queue"))
                        .setTaskQueueType(TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW)
                        .build())
                .getPollersList()
                .isEmpty();
    }

    private static void startWorkflow(ConfigurableApplicationContext application, String id) {
        client(application)
                .newUntypedWorkflowStub(
                        "a.type",
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue("a-queue")
                                .build())
                .start();
    }

    private static void awaitHealth(ConfigurableApplicationContext application, Status status) {
        Await.until("health is " + status, () -> health(application).getStatus().equals(status));
    }

    private static Health health(ConfigurableApplicationContext application) {
        return application
                .getBean("temporalHealthIndicator", HealthIndicator.class)
                .health();
    }

    private static WorkflowClient client(ConfigurableApplicationContext application) {
        return application.getBean(WorkflowClient.class);
    }
}
