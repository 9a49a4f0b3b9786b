package dev.durahook.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.workflows.WebhookEvent;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowStub;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries whose events start workflows of a worker that knows nothing of Durahook. */
@RequiresTemporal
class RemoteWorkflowIT {

    @TempDir
    private static Path folder;

    private static TemporalServer temporal;
    private static Installation installation;
    private static WorkerFactory others;

    /** The workflow of the other worker. */
    @WorkflowInterface
    public interface Cancelled {

        @WorkflowMethod(name = "webhook.cancelled")
        String process(WebhookEvent event, Map<String, Object> body);
    }

    /** Repeats what it gets. */
    public static class CancelledWorkflow implements Cancelled {

        @Override
        public String process(WebhookEvent event, Map<String, Object> body) {
            return event.id() + " of " + event.type() + " with " + body;
        }
    }

    /** A workflow that the other worker gets later. */
    @WorkflowInterface
    public interface CancelledLate {

        @WorkflowMethod(name = "webhook.cancelled-late")
        String process(WebhookEvent event, Map<String, Object> body);
    }

    /** Says that it has run. */
    public static class CancelledLateWorkflow implements CancelledLate {

        @Override
        public String process(WebhookEvent event, Map<String, Object> body) {
            return "found";
        }
    }

    @BeforeAll
    static void start() {
        temporal = TemporalServer.start();
        installation = new Installation(
                temporal.target(),
                folder,
                "durahook.workflows.orders.event-types=webhook.cancel*",
                "durahook.workflows.orders.task-queue=elsewhere");
        others = workers(CancelledWorkflow.class);
    }

    private static WorkerFactory workers(Class<?>... workflows) {
        WorkerFactory factory = WorkerFactory.newInstance(temporal.client());
        factory.newWorker("elsewhere").registerWorkflowImplementationTypes(workflows);
        factory.start();
        return factory;
    }

    @AfterAll
    static void stop() {
        others.shutdownNow();
        installation.close();
        temporal.close();
    }

    @Test
    void workflowOfTheEventsTypeGetsTheEventOnce() throws IOException {
        assertThat(installation.post("cancelled", "17")).isEqualTo(202);
        WorkflowStub workflow = temporal.client().newUntypedWorkflowStub("webhook:17");

        assertThat(workflow.getResult(String.class))
                .isEqualTo("webhook:17 of webhook.cancelled with {event=cancelled, id=17}");
        WorkflowExecutionDescription description = workflow.describe();
        assertThat(description.getTaskQueue()).isEqualTo("elsewhere");
        assertThat(description.getMemo("durahook.workflows", String.class)).isEqualTo("orders");
        assertThat(description.getStaticSummary()).isNotEmpty();
        assertThat(installation.post("cancelled", "17")).isEqualTo(200);
    }

    @Test
    void otherEventsAreDurahooks() throws IOException {
        assertThat(installation.post("here")).isEqualTo(202);
        temporal.workflows().awaitStatus("webhook:here", WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
        assertThat(temporal.client()
                        .newUntypedWorkflowStub("webhook:here")
                        .describe()
                        .getTaskQueue())
                .isEqualTo("durahook");
    }

    @Test
    void eventOfATypeThatTheOtherWorkerLacksWaitsForTheWorkflow() throws IOException {
        assertThat(installation.post("cancelled-late", "18")).isEqualTo(202);
        WorkflowStub workflow = temporal.client().newUntypedWorkflowStub("webhook:18");
        // If the first task times out before it fails, the history does not have the failure of the second one.
        Await.until(
                "a workflow task has failed",
                () -> temporal.workflows().count("webhook:18", EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED) > 0
                        || attempt(workflow) > 2);
        WorkerFactory newer = workers(CancelledWorkflow.class, CancelledLateWorkflow.class);
        others.shutdownNow();
        others = newer;

        assertThat(workflow.getResult(String.class)).isEqualTo("found");
    }

    private static int attempt(WorkflowStub workflow) {
        return workflow.describe().getRawDescription().getPendingWorkflowTask().getAttempt();
    }
}
