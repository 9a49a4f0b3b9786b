package dev.durahook.benchmarks.load.server;

import dev.durahook.benchmarks.load.machine.ProcessGroup;
import dev.durahook.benchmarks.load.process.LoggedProcess;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The server of the CLI on {@code PATH}, on a new database file whose commits are durable. */
public final class DevelopmentServer implements TestedServer {

    private final int port;
    private final Path database;
    private final LoggedProcess process;

    private DevelopmentServer(int port, Path database, LoggedProcess process) {
        this.port = port;
        this.database = database;
        this.process = process;
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @param folder for the database and the log
     */
    public static DevelopmentServer start(int port, Path folder) {
        Path database = folder.resolve("temporal.db");
        LoggedProcess process = launch(port, database, folder.resolve("temporal.log"));
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget("127.0.0.1:" + port)
                .build());
        try {
            process.awaitReady(() -> answers(stubs));
        } finally {
            stubs.shutdownNow();
        }
        return new DevelopmentServer(port, database, process);
    }

    private static LoggedProcess launch(int port, Path database, Path log) {
        try {
            return LoggedProcess.start(command(port, database), log);
        } catch (UncheckedIOException e) {
            throw new IllegalStateException(
                    "temporal can't be started: install the Temporal CLI, or set TEMPORAL_ADDRESS to a server that runs",
                    e);
        }
    }

    private static List<String> command(int port, Path database) {
        List<String> command = new ArrayList<>(List.of("temporal", "server", "start-dev", "--headless"));
        command.addAll(List.of("--log-level", "error", "--ip", "127.0.0.1", "--port", Integer.toString(port)));
        command.addAll(List.of("--sqlite-pragma", "journal_mode=WAL", "--sqlite-pragma", "synchronous=FULL"));
        command.addAll(List.of("--db-filename", database.toString()));
        return command;
    }

    private static boolean answers(WorkflowServiceStubs stubs) {
        try {
            stubs.blockingStub()
                    .withDeadlineAfter(1, TimeUnit.SECONDS)
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace("default")
                            .build());
            return true;
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    @Override
    public String target() {
        return "127.0.0.1:" + port;
    }

    @Override
    public String namespace() {
        return "default";
    }

    @Override
    public List<ProcessGroup> processes() {
        return List.of(ProcessGroup.of("server", process.id()));
    }

    @Override
    public double databaseBytes() {
        return Stream.of("", "-wal")
                .mapToLong(end -> Path.of(database + end).toFile().length())
                .sum();
    }

    @Override
    public boolean endsWithTheRun() {
        return true;
    }

    @Override
    public void close() {
        process.close();
    }
}
