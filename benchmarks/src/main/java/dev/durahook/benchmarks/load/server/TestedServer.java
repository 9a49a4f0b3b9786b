package dev.durahook.benchmarks.load.server;

import dev.durahook.benchmarks.load.machine.ProcessGroup;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.GrpcCompression;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The Temporal server on which everything is measured. */
public interface TestedServer extends AutoCloseable {

    /** The address, as {@code host:port}. */
    String target();

    /** The namespace in which the workflows are started. */
    String namespace();

    /** The processes of the server and its database that run on this machine. */
    List<ProcessGroup> processes();

    /** The bytes that the database occupies; not a number if it is unknown. */
    double databaseBytes();

    /** Whether the server ends with the benchmark. Otherwise, workflows that are still running must be terminated. */
    boolean endsWithTheRun();

    @Override
    void close();

    /**
     * A client of Temporal's SDK with default options. The variable with which Durahook is told whether to compress counts
     * here too.
     */
    static WorkflowClient client(String target, String namespace) {
        WorkflowServiceStubsOptions.Builder options =
                WorkflowServiceStubsOptions.newBuilder().setTarget(target);
        String compression = System.getenv("DURAHOOK_TEMPORAL_GRPC_COMPRESSION");
        if (compression != null) {
            options.setGrpcCompression(GrpcCompression.valueOf(compression.toUpperCase(Locale.ROOT)));
        }
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(options.build());
        return WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder().setNamespace(namespace).build());
    }

    /** Whether the server answers, within a second, that it has the namespace. */
    static boolean answers(WorkflowServiceStubs stubs, String namespace) {
        try {
            stubs.blockingStub()
                    .withDeadlineAfter(1, TimeUnit.SECONDS)
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace(namespace)
                            .build());
            return true;
        } catch (RuntimeException notYet) {
            return false;
        }
    }
}
