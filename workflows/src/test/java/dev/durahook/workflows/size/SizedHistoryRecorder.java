package dev.durahook.workflows.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.workflows.policy.PacedRetries;
import dev.durahook.workflows.processing.DiscardInterceptor;
import dev.durahook.workflows.shop.Shop;
import io.temporal.activity.DynamicActivity;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Records the history of a workflow with large values, if it is missing: {@code mvn test -pl workflows -am
 * -Dtest=SizedHistoryRecorder -Dsurefire.failIfNoSpecifiedTests=false}. A recorded history is never recorded again. Its
 * payloads are compressed after they were measured.
 */
class SizedHistoryRecorder {

    @Test
    void record() throws Exception {
        if (Files.exists(SizedCallsTest.RECORDED)) {
            return;
        }
        try (TemporalServer server = TemporalServer.start()) {
            WorkflowClient client = WorkflowClient.newInstance(
                    server.stubs(),
                    server.client().getOptions().toBuilder()
                            .setIdentity("recorder")
                            .setDataConverter(SizedCallsTest.COMPRESSING)
                            .build());
            SentPayloads payloads = SentPayloads.standard();
            WorkerFactory factory = WorkerFactory.newInstance(
                    client,
                    WorkerFactoryOptions.newBuilder()
                            .setWorkerInterceptors(new DiscardInterceptor(payloads), new PacedRetries(payloads))
                            .build());
            Worker worker = factory.newWorker("shop", Shop.patient());
            worker.registerWorkflowImplementationTypes(LargeValues.class);
            worker.registerActivitiesImplementations((DynamicActivity) arguments -> arguments.get(0, String.class));
            factory.start();
            WorkflowStub workflow = client.newUntypedWorkflowStub(
                    "LargeValues",
                    WorkflowOptions.newBuilder()
                            .setTaskQueue("shop")
                            .setWorkflowId("large-values")
                            .build());
            workflow.start();
            assertThat(workflow.getResult(40, TimeUnit.SECONDS, String.class)).isEqualTo(SizedCallsTest.RESULT);
            Files.writeString(
                    SizedCallsTest.RECORDED, client.fetchHistory("large-values").toJson(true) + "\n");
            factory.shutdownNow();
        }
    }
}
