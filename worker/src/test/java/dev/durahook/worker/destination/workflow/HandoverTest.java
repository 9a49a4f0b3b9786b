package dev.durahook.worker.destination.workflow;

import dev.durahook.worker.PatientWorkers;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.testing.TestWorkflowEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The cases in memory. */
class HandoverTest extends HandoverCases {

    private static TestWorkflowEnvironment environment;

    @BeforeAll
    static void begin() {
        environment = TestWorkflowEnvironment.newInstance();
        environment.newWorker(QUEUE, PatientWorkers.options()).registerWorkflowImplementationTypes(OrderWorkflow.class);
        environment.start();
    }

    @AfterAll
    static void end() {
        environment.close();
    }

    @Override
    WorkflowClient client() {
        return environment.getWorkflowClient();
    }

    @Override
    WorkflowServiceStubs connection() {
        return environment.getWorkflowServiceStubs();
    }
}
