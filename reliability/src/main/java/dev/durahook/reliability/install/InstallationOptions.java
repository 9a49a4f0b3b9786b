package dev.durahook.reliability.install;

import dev.durahook.loadsupport.process.ShellCommand;
import dev.durahook.loadsupport.server.ServerOptions;
import dev.durahook.reliability.process.Node;
import dev.durahook.testsupport.process.ProcessSignal;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which server, database and disk a run uses. */
public final class InstallationOptions {

    @Option(names = "--one-process", description = "Receiver and worker run in one process, the application combined.")
    private boolean oneProcess;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Option(
            names = "--temporal-pid",
            paramLabel = "SHELL-COMMAND",
            description = "Prints the process ID of the running server. Then the server is killed and frozen, too.")
    private @Nullable String temporalPid;

    @Option(
            names = "--temporal-start",
            paramLabel = "SHELL-COMMAND",
            description = "Starts the server after it has ended.")
    private @Nullable String temporalStart;

    @Option(
            names = "--database-pid",
            paramLabel = "SHELL-COMMAND",
            description =
                    "Prints the process ID of the server's database. Then the database is killed and frozen, too.")
    private @Nullable String databasePid;

    @Option(
            names = "--database-start",
            paramLabel = "SHELL-COMMAND",
            description = "Starts the database after it has ended.")
    private @Nullable String databaseStart;

    @Option(
            names = "--small-disk",
            paramLabel = "FOLDER",
            description =
                    "A folder on a small file system of its own, such as a tmpfs of 500 MB, which is filled, too. The"
                            + " development server keeps its database there. The database of a running server must"
                            + " be there already; --database-pid and --database-start say how it is started again.")
    private @Nullable Path smallDisk;

    @Option(
            names = "--ledger",
            paramLabel = "JDBC-URL",
            description = "A PostgreSQL database for the handler's ledger (default: a PostgreSQL is started).")
    private @Nullable String ledger;

    @Option(
            names = "--python",
            paramLabel = "PROGRAM",
            description =
                    "A Python that has the package temporalio; the activity then runs in Python (default: python3 if"
                            + " it has the package; otherwise, the activity runs in Java).")
    private @Nullable String python;

    @Mixin
    private final RestoreOptions restore = new RestoreOptions();

    /** Where the server keeps its data, for the table. */
    public String store() {
        return server.isGiven() ? server.address() : "development";
    }

    boolean oneProcess() {
        return oneProcess;
    }

    @Nullable
    String ledger() {
        return ledger;
    }

    Optional<Python> python() {
        return Python.find(python);
    }

    TestedTemporal temporal(RunSetting setting) {
        restore.check(server, temporalPid != null && temporalStart != null);
        if (smallDisk != null && server.isGiven() && (databasePid == null || databaseStart == null)) {
            throw new IllegalArgumentException("a database may end when its disk is full, so --small-disk with the"
                    + " server on " + server.address() + " needs --database-pid and --database-start");
        }
        return server.isGiven()
                ? TestedTemporal.given(
                        server.address(),
                        server.namespace(),
                        node("Temporal", ProcessSignal.TERM, temporalPid, temporalStart))
                : TestedTemporal.development(
                        setting, smallDisk().map(SmallDisk::folder).orElse(setting.folder()));
    }

    /** The backup to which the server's database is put back; empty if it is not. */
    Optional<Backup> backup(TestedTemporal temporal, Path folder, RunLedger ledger) {
        return restore.backup(temporal, folder, ledger);
    }

    private Optional<SmallDisk> smallDisk() {
        return Optional.ofNullable(smallDisk).map(SmallDisk::new);
    }

    /** The disk of the server's database; empty if it is not filled. */
    Optional<DatabaseDisk> databaseDisk(TestedTemporal temporal, Optional<Node> database) {
        return smallDisk()
                .map(disk -> database.map(node -> DatabaseDisk.of(disk, node, temporal))
                        .orElseGet(() -> DatabaseDisk.ofServer(disk)));
    }

    Optional<Node> database() {
        return Optional.ofNullable(node("database", ProcessSignal.INT, databasePid, databaseStart));
    }

    private @Nullable Node node(String name, ProcessSignal end, @Nullable String id, @Nullable String start) {
        if (id == null || start == null) {
            return null;
        }
        return Node.given(name, end, new ShellCommand(id), () -> {
            new ShellCommand(start).run();
            TestedTemporal.awaitAnswer(server.address(), server.namespace());
        });
    }
}
