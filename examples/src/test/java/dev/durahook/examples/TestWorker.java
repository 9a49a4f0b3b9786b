package dev.durahook.examples;

import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.DiscardInterceptor;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A worker with one workflow, in memory, where time is skipped. */
public final class TestWorker implements AutoCloseable {

    private final TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(options());

    private TestWorker() {}

    /** Runs a workflow with its activities, under the policies of {@link DeclaredForTests}. */
    public static TestWorker of(Class<?> workflow, Object activities) {
        TestWorker test = new TestWorker();
        Worker worker = test.environment.newWorker(TaskQueues.DEFAULT);
        worker.registerWorkflowImplementationTypes(workflow);
        worker.registerActivitiesImplementations(new DeclaredForTests(Duration.ofSeconds(1), false), activities);
        test.environment.start();
        return test;
    }

    private static TestEnvironmentOptions options() {
        return TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(new DiscardInterceptor())
                        .build())
                .build();
    }

    /** Delivers a body as the receiver does: as its bytes. */
    public WorkflowStub deliver(String type, String body) {
        WorkflowStub workflow = environment
                .getWorkflowClient()
                .newUntypedWorkflowStub(
                        type,
                        WorkflowOptions.newBuilder()
                                .setTaskQueue(TaskQueues.DEFAULT)
                                .build());
        String source = type.substring(0, type.indexOf('.'));
        WebhookEvent event = new WebhookEvent(source + ":1", source, type, Instant.EPOCH, Map.of(), null);
        workflow.start(event, EventBody.of(body.getBytes(StandardCharsets.UTF_8)));
        return workflow;
    }

    /** Lets an hour pass and says what an operator reads then. */
    public String detailsAfterAnHour(WorkflowStub workflow) {
        environment.sleep(Duration.ofHours(1));
        return workflow.query("__temporal_workflow_metadata", WorkflowMetadata.class)
                .getCurrentDetails();
    }

    /** All that happened to a workflow. */
    public WorkflowExecutionHistory history(WorkflowStub workflow) {
        return environment
                .getWorkflowClient()
                .fetchHistory(workflow.getExecution().getWorkflowId());
    }

    @Override
    public void close() {
        environment.close();
    }
}
