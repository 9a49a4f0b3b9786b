package dev.durahook.reliability.install;

import dev.durahook.loadsupport.process.ShellCommand;
import dev.durahook.loadsupport.server.ServerOptions;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say whether and how the database of the server is put back to a backup. */
final class RestoreOptions {

    @Option(
            names = "--restore",
            description = "Puts the database of the server back to a backup, too; then the senders deliver again what"
                    + " was acknowledged since the backup. For a running server, --database-backup and"
                    + " --database-restore say how.")
    private boolean restore;

    @Option(
            names = "--database-backup",
            paramLabel = "SHELL-COMMAND",
            description = "Makes a backup of the server's database as of one moment, in place of the former backup. The"
                    + " server goes on meanwhile.")
    private @Nullable String backup;

    @Option(
            names = "--database-restore",
            paramLabel = "SHELL-COMMAND",
            description =
                    "Puts the database back to the backup, but not the ledger's, and leaves it running. The worker"
                            + " and the server are away meanwhile.")
    private @Nullable String putBack;

    /**
     * Stops a run whose options do not belong together.
     *
     * @param endsServer whether the run has the commands that end and start a running server
     * @throws IllegalArgumentException if they do not; the message names the remedy
     */
    void check(ServerOptions server, boolean endsServer) {
        boolean hasCommand = backup != null || putBack != null;
        if (hasCommand && !server.isGiven()) {
            throw new IllegalArgumentException("the run makes the backup of the development server itself: leave out"
                    + " --database-backup and --database-restore, or name a running server with --temporal");
        }
        if (hasCommand && !restore) {
            throw new IllegalArgumentException("--database-backup and --database-restore are used only with --restore:"
                    + " add it, or leave them out");
        }
        if (restore && server.isGiven() && (backup == null || putBack == null)) {
            throw new IllegalArgumentException("--restore does not know how the database of " + server.address()
                    + " is put back: add both --database-backup and --database-restore, or leave out --temporal and"
                    + " TEMPORAL_ADDRESS, and the development server's is put back");
        }
        if (restore && server.isGiven() && !endsServer) {
            throw new IllegalArgumentException("--restore ends the server on " + server.address()
                    + " before its database is put back: add --temporal-pid and --temporal-start");
        }
    }

    /** The backup to which the server's database is put back; empty if it is not. */
    Optional<Backup> backup(TestedTemporal temporal, Path folder, RunLedger ledger) {
        if (!restore) {
            return Optional.empty();
        }
        if (backup == null || putBack == null) {
            return temporal.backup(folder);
        }
        ShellCommand make = new ShellCommand(backup);
        ShellCommand restoring = new ShellCommand(putBack);
        return temporal.node().map(server -> new CommandBackup(server, make, restoring, ledger::mark));
    }
}
