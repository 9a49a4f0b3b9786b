package dev.durahook.loadsupport.server;

import dev.durahook.loadsupport.process.LoggedProcess;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The development server of the CLI on {@code PATH}, on a new database file whose commits are durable. */
public final class DevelopmentServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final String NAMESPACE = "default";

    private final String target;
    private final Path database;
    private final LoggedProcess process;

    private DevelopmentServer(String target, Path database, LoggedProcess process) {
        this.target = target;
        this.database = database;
        this.process = process;
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @param folder the folder for the database and the log
     */
    public static DevelopmentServer start(int port, Path folder) {
        return start(port, folder.resolve("temporal.db"), folder.resolve("temporal.log"), List.of());
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @param database the database file, which may be the file of a server that has ended
     * @param log the file for the output
     * @param more further arguments of {@code temporal server start-dev}
     */
    public static DevelopmentServer start(int port, Path database, Path log, List<String> more) {
        LoggedProcess process = launch(command(port, database, more), log);
        String target = HOST + ":" + port;
        WorkflowServiceStubs stubs = ServerClient.of(target, NAMESPACE).getWorkflowServiceStubs();
        try {
            process.awaitReady(() -> ServerClient.answers(stubs, NAMESPACE));
        } finally {
            stubs.shutdownNow();
        }
        return new DevelopmentServer(target, database, process);
    }

    private static LoggedProcess launch(List<String> command, Path log) {
        try {
            return LoggedProcess.start(command, log);
        } catch (UncheckedIOException e) {
            throw new IllegalStateException(
                    "temporal can't be started: install the Temporal CLI, or set TEMPORAL_ADDRESS to the address of a"
                            + " running server",
                    e);
        }
    }

    private static List<String> command(int port, Path database, List<String> more) {
        List<String> command = new ArrayList<>(List.of("temporal", "server", "start-dev", "--headless"));
        command.addAll(List.of("--log-level", "error", "--ip", HOST, "--port", Integer.toString(port)));
        command.addAll(List.of("--sqlite-pragma", "journal_mode=WAL", "--sqlite-pragma", "synchronous=FULL"));
        command.addAll(List.of("--db-filename", database.toString()));
        command.addAll(more);
        return command;
    }

    /** The address, as {@code host:port}. */
    public String target() {
        return target;
    }

    /** The namespace, which every development server has. */
    public String namespace() {
        return NAMESPACE;
    }

    /** The process of the server. */
    public LoggedProcess process() {
        return process;
    }

    /** The bytes that the database occupies. */
    public double databaseBytes() {
        return Stream.of("", "-wal")
                .mapToLong(end -> Path.of(database + end).toFile().length())
                .sum();
    }

    @Override
    public void close() {
        process.close();
    }
}
