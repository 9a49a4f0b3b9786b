package dev.durahook.testsupport.temporal;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.fault.FaultProxy;
import dev.durahook.testsupport.process.ChildProcess;
import dev.durahook.testsupport.process.ProcessSignal;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real development server that a test may stop, freeze, kill and start again, always on the same port and the same
 * database file. Needs {@code temporal} on PATH: mark the test with {@link RequiresTemporal}.
 */
public final class TemporalServer implements AutoCloseable {

    private TemporalServerOptions options;
    private final int port = FreePort.next();
    private final WorkflowServiceStubs stubs;
    private ChildProcess process;

    private TemporalServer(TemporalServerOptions options) {
        this.options = options;
        this.process = launch();
        this.stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(target())
                // On a busy machine a server may stand still for as long as the SDK's own time-out, ten seconds.
                .setRpcTimeout(Duration.ofMinutes(1))
                .setRpcQueryTimeout(Duration.ofMinutes(1))
                .setConnectionBackoffResetFrequency(Duration.ofSeconds(1))
                .build());
        awaitHealthy();
    }

    /** Starts a server that keeps everything in memory. */
    public static TemporalServer start() {
        return start(TemporalServerOptions.inMemory());
    }

    /** Starts a server on a database file. */
    public static TemporalServer start(Path database) {
        return start(TemporalServerOptions.onFile(database));
    }

    /** Starts a server and waits until it answers. */
    public static TemporalServer start(TemporalServerOptions options) {
        return new TemporalServer(options);
    }

    /** The server's address, as {@code host:port}. */
    public String target() {
        return "127.0.0.1:" + port;
    }

    /** The server's port. */
    public int port() {
        return port;
    }

    /** The Web UI's address, if the options ask for the Web UI. */
    public String uiAddress() {
        return "http://127.0.0.1:" + TemporalServerOptions.uiPort(port);
    }

    /** The test's own connection, which does not go through a {@link FaultProxy}. */
    public WorkflowServiceStubs stubs() {
        return stubs;
    }

    /** A plain client for the namespace {@code default}. */
    public WorkflowClient client() {
        return client("default");
    }

    /** A plain client for a namespace. */
    public WorkflowClient client(String namespace) {
        return WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder().setNamespace(namespace).build());
    }

    /** The workflows that are stored in the namespace {@code default}. */
    public StoredWorkflows workflows() {
        return new StoredWorkflows(client());
    }

    /** Ends the server in order, with SIGTERM. */
    public void stop() {
        process.end();
    }

    /** Ends the server with SIGKILL, without any shutdown. */
    public void kill() {
        process.kill();
    }

    /** Freezes the server with SIGSTOP: connections stay open, but no request is answered. */
    public void pause() {
        process.signal(ProcessSignal.STOP);
    }

    /** Lets a frozen server go on, with SIGCONT. */
    public void resume() {
        process.signal(ProcessSignal.CONT);
    }

    /** Starts the server again and waits until it answers. A running server is stopped first. */
    public void restart() {
        process.end();
        process = launch();
        awaitHealthy();
    }

    /** Starts the server again with other options, on the same port. */
    public void restart(TemporalServerOptions changed) {
        options = changed;
        restart();
    }

    /** The output of the server since its last start. */
    public String output() {
        return process.output();
    }

    @Override
    public void close() {
        stubs.shutdownNow();
        stubs.awaitTermination(5, TimeUnit.SECONDS);
        process.kill();
        process.end();
    }

    private ChildProcess launch() {
        return ChildProcess.start(options.command(port), Map.of());
    }

    private void awaitHealthy() {
        Await.until("Temporal answers on " + target(), this::isHealthy);
    }

    private boolean isHealthy() {
        if (!process.isAlive()) {
            throw new IllegalStateException("temporal ended with " + process.exitCode() + ": " + process.output());
        }
        try {
            stubs.blockingStub()
                    .withDeadlineAfter(1, TimeUnit.SECONDS)
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace("default")
                            .build());
            return true;
        } catch (StatusRuntimeException e) {
            return false;
        }
    }
}
