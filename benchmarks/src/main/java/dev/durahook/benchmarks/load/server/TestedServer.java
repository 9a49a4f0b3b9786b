package dev.durahook.benchmarks.load.server;

import dev.durahook.benchmarks.load.machine.ProcessGroup;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.List;

/** The Temporal server on which everything is measured. */
public interface TestedServer extends AutoCloseable {

    /** The address, as {@code host:port}. */
    String target();

    /** The namespace in which the workflows are started. */
    String namespace();

    /** The processes of the server and its database, as far as they run on this machine. */
    List<ProcessGroup> processes();

    /** The bytes that the database occupies; not a number if that is unknown. */
    double databaseBytes();

    /** Whether the server and everything in it ends with this run. */
    boolean endsWithTheRun();

    @Override
    void close();

    /** A client of the SDK with its default options. */
    static WorkflowClient client(String target, String namespace) {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(target).build());
        return WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder().setNamespace(namespace).build());
    }
}
