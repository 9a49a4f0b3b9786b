package dev.durahook.reliability.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.durahook.loadsupport.process.LoggedProcess;
import dev.durahook.loadsupport.process.ShellCommand;
import dev.durahook.reliability.process.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is a file. The process of the server is one that sleeps. */
class CommandBackupTest {

    @TempDir
    private Path folder;

    private final List<LoggedProcess> starts = new ArrayList<>();
    private Path database;
    private Node server;

    @BeforeEach
    void start() {
        database = folder.resolve("database");
        server = Node.start("Temporal", () -> {
            starts.add(LoggedProcess.start(List.of("sleep", "600"), folder.resolve("log")));
            return starts.get(starts.size() - 1);
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void serverGoesOnWhileTheBackupIsMade() throws IOException {
        Files.writeString(database, "before");
        backup("cp database copy && kill -0 " + starts.get(0).id(), "false").make();

        assertThat(folder.resolve("copy")).hasContent("before");
        assertThat(starts).hasSize(1);
    }

    @Test
    void serverIsAwayWhileTheDatabaseIsPutBack() throws IOException {
        Files.writeString(database, "before");
        CommandBackup backup =
                backup("cp database copy", "! kill -0 " + starts.get(0).id() + " && cp copy database");
        backup.make();
        Files.writeString(database, "after");
        backup.putBack();

        assertThat(database).hasContent("before");
        assertThat(starts).hasSize(2);
    }

    @Test
    void commandThatFailsIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> backup("exit 3", "true").make())
                .withMessageStartingWith("the command ended with 3: ")
                .withMessageEndingWith("exit 3");
    }

    @Test
    void ledgerThatIsPutBackEndsTheRun() {
        CommandBackup backup = backup("true", "true", () -> false);
        backup.make();

        assertThatIllegalStateException()
                .isThrownBy(backup::putBack)
                .withMessageContaining("give another database with --ledger");
    }

    @Test
    void ledgerIsMarkedAfterTheBackupAndBeforeTheRestore() {
        // The mark is in the folder that is put back, so the restore removes it.
        CommandBackup backup = new CommandBackup(server, command("rm -f mark"), command("rm -f mark"), () -> {
            new ShellCommand("touch " + folder.resolve("mark")).run();
            return () -> Files.exists(folder.resolve("mark"));
        });
        backup.make();

        assertThatIllegalStateException().isThrownBy(backup::putBack);
    }

    private CommandBackup backup(String make, String putBack) {
        return backup(make, putBack, () -> true);
    }

    private CommandBackup backup(String make, String putBack, BooleanSupplier isLedgerKept) {
        return new CommandBackup(server, command(make), command(putBack), () -> isLedgerKept);
    }

    private ShellCommand command(String text) {
        return new ShellCommand("cd " + folder + " && " + text);
    }
}
