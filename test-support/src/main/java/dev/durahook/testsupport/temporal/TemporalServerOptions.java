package dev.durahook.testsupport.temporal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options with which a {@link TemporalServer} is started.
 *
 * @param database the database file, which survives a restart; {@code null} keeps everything in memory
 * @param ui whether the Web UI is served
 * @param arguments more arguments of {@code temporal server start-dev}
 * @param cli the executable; {@code null} takes the one on {@code PATH}
 */
public record TemporalServerOptions(
        @Nullable Path database,
        boolean ui,
        List<String> arguments,
        @Nullable Path cli) {

    /** Copies the arguments. */
    public TemporalServerOptions {
        arguments = List.copyOf(arguments);
    }

    /** Keeps everything in memory, without the Web UI. */
    public static TemporalServerOptions inMemory() {
        return new TemporalServerOptions(null, false, List.of(), null);
    }

    /** Keeps everything in a file, so that the data survives {@link TemporalServer#restart}. */
    public static TemporalServerOptions onFile(Path database) {
        return new TemporalServerOptions(database, false, List.of(), null);
    }

    /** Starts the server of another CLI than the one on {@code PATH}. */
    public TemporalServerOptions withCli(Path executable) {
        return new TemporalServerOptions(database, ui, arguments, executable);
    }

    /** Adds the Web UI. */
    public TemporalServerOptions withUi() {
        return new TemporalServerOptions(database, true, arguments, cli);
    }

    /** Adds a namespace besides {@code default}. */
    public TemporalServerOptions withNamespace(String namespace) {
        return with("--namespace", namespace);
    }

    /** Registers the search attribute {@code DurahookStatus} from the start, which a worker would register later. */
    public TemporalServerOptions withStatus() {
        return with("--search-attribute", "DurahookStatus=Keyword");
    }

    /** Sets a dynamic configuration value, written as JSON. */
    public TemporalServerOptions withDynamicConfig(String key, String json) {
        return with("--dynamic-config-value", key + "=" + json);
    }

    /**
     * Gives a workflow task a minute instead of ten seconds. A task that times out, as it may if a machine stands still,
     * is repeated with all effects that were made inside the task.
     */
    public TemporalServerOptions withPatientTasks() {
        return withDynamicConfig("history.defaultWorkflowTaskTimeout", "\"60s\"");
    }

    /**
     * Deletes a workflow within seconds. By default, the server needs up to a minute, because it deletes a workflow only
     * after it has written down how far its queues are, once in 30 seconds.
     */
    public TemporalServerOptions withQuickDeletion() {
        return withDynamicConfig("history.transferProcessorUpdateAckInterval", "\"1s\"");
    }

    /** Adds the SQLite pragmas with which a commit is durable and still fast. */
    public TemporalServerOptions withDurableWrites() {
        return with("--sqlite-pragma", "journal_mode=WAL", "--sqlite-pragma", "synchronous=FULL");
    }

    /** Adds arguments of {@code temporal server start-dev}. */
    public TemporalServerOptions with(String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return new TemporalServerOptions(database, ui, all, cli);
    }

    List<String> command(int port) {
        Path executable = cli == null ? TemporalCli.require() : cli;
        List<String> command = new ArrayList<>(List.of(executable.toString(), "server", "start-dev"));
        command.addAll(List.of("--ip", "127.0.0.1", "--port", Integer.toString(port), "--log-level", "warn"));
        command.addAll(ui ? List.of("--ui-port", Integer.toString(uiPort(port))) : List.of("--headless"));
        if (database != null) {
            command.addAll(List.of("--db-filename", database.toString()));
        }
        command.addAll(arguments);
        return command;
    }

    // By the CLI's own convention the Web UI's port is 1000 higher; near the end of the range it has to be lower.
    static int uiPort(int port) {
        return port + 1000 <= 65535 ? port + 1000 : port - 1000;
    }
}
