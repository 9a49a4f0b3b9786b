package dev.durahook.standalone.temporal;

import dev.durahook.testsupport.Await;
import io.grpc.StatusRuntimeException;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.Set;

/** A test's connection to a Temporal. */
final class TemporalConnection implements AutoCloseable {

    private final WorkflowServiceStubs workflows;

    TemporalConnection(String target) {
        workflows = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(target)
                .setRpcTimeout(Await.PATIENCE)
                .build());
    }

    /** Whether a Temporal listens, however long it takes to answer. */
    static boolean answers(String target) {
        try (TemporalConnection connection = new TemporalConnection(target)) {
            connection.workflows.blockingStub().getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
            return true;
        } catch (StatusRuntimeException e) {
            return false;
        }
    }

    WorkflowServiceStubs stubs() {
        return workflows;
    }

    WorkflowClient client() {
        return WorkflowClient.newInstance(workflows);
    }

    /** Starts a workflow that no worker runs. */
    void startWorkflow(String id) {
        client().newUntypedWorkflowStub(
                        "any",
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue("nobody")
                                .build())
                .start();
    }

    Duration retention(String namespace) {
        return Duration.ofSeconds(workflows
                .blockingStub()
                .describeNamespace(DescribeNamespaceRequest.newBuilder()
                        .setNamespace(namespace)
                        .build())
                .getConfig()
                .getWorkflowExecutionRetentionTtl()
                .getSeconds());
    }

    Set<String> searchAttributes(String namespace) {
        return OperatorServiceGrpc.newBlockingStub(workflows.getRawChannel())
                .listSearchAttributes(ListSearchAttributesRequest.newBuilder()
                        .setNamespace(namespace)
                        .build())
                .getCustomAttributesMap()
                .keySet();
    }

    @Override
    public void close() {
        workflows.shutdownNow();
    }
}
