package dev.durahook.reliability.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.durahook.loadsupport.process.Jars;
import dev.durahook.loadsupport.process.Ports;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Which options belong together. No server is started or asked. */
class InstallationOptionsTest {

    private static final String SERVER = "--temporal=127.0.0.1:1";
    private static final String NO_SERVER = "--temporal=";
    private static final String BACKUP = "--database-backup=true";
    private static final String PUT_BACK = "--database-restore=true";
    private static final String[] PROCESS = {"--temporal-pid=echo 1", "--temporal-start=true"};

    @TempDir
    private Path folder;

    @Test
    void databaseOfARunningServerIsPutBackByCommands() {
        assertThat(backup(with(PROCESS, SERVER, "--restore", BACKUP, PUT_BACK)))
                .containsInstanceOf(CommandBackup.class);
    }

    @Test
    void databaseIsPutBackOnlyIfTheRunIsToldTo() {
        assertThat(backup(with(PROCESS, SERVER))).isEmpty();
    }

    @Test
    void restoreOfARunningServerNeedsBothCommands() {
        assertRefused("add both --database-backup and --database-restore", with(PROCESS, SERVER, "--restore"));
        assertRefused("add both --database-backup and --database-restore", with(PROCESS, SERVER, "--restore", BACKUP));
        assertRefused(
                "add both --database-backup and --database-restore", with(PROCESS, SERVER, "--restore", PUT_BACK));
    }

    @Test
    void restoreOfARunningServerMustEndTheServer() {
        assertRefused("add --temporal-pid and --temporal-start", SERVER, "--restore", BACKUP, PUT_BACK);
        assertRefused("add --temporal-pid and --temporal-start", SERVER, "--restore", BACKUP, PUT_BACK, PROCESS[0]);
        assertRefused("add --temporal-pid and --temporal-start", SERVER, "--restore", BACKUP, PUT_BACK, PROCESS[1]);
    }

    @Test
    void commandsAreForARestore() {
        assertRefused("only with --restore: add it, or leave them out", with(PROCESS, SERVER, BACKUP, PUT_BACK));
        assertRefused("only with --restore: add it, or leave them out", with(PROCESS, SERVER, PUT_BACK));
    }

    @Test
    void developmentServerIsPutBackWithoutCommands() {
        assertRefused("leave out --database-backup and --database-restore", NO_SERVER, "--restore", BACKUP, PUT_BACK);
        assertRefused("leave out --database-backup and --database-restore", NO_SERVER, BACKUP);
    }

    @Test
    void fullDiskOfARunningServerMayEndItsDatabase() {
        String disk = "--small-disk=" + folder;
        assertRefused("needs --database-pid and --database-start", SERVER, disk);
        assertRefused("needs --database-pid and --database-start", SERVER, disk, "--database-pid=echo 1");
        assertRefused("needs --database-pid and --database-start", SERVER, disk, "--database-start=true");
    }

    private void assertRefused(String remedy, String... arguments) {
        InstallationOptions options = options(arguments);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.temporal(setting()))
                .withMessageContaining(remedy);
    }

    private Optional<Backup> backup(String... arguments) {
        InstallationOptions options = options(arguments);
        return options.backup(
                options.temporal(setting()), folder, new RunLedger("jdbc:postgresql://127.0.0.1:1/", null));
    }

    private static InstallationOptions options(String... arguments) {
        return CommandLine.populateCommand(new InstallationOptions(), arguments);
    }

    private RunSetting setting() {
        return new RunSetting("run", new Jars(folder), null, new Ports(1), "1m", folder, new AtomicInteger());
    }

    private static String[] with(String[] first, String... more) {
        return Stream.of(first, more).flatMap(Stream::of).toArray(String[]::new);
    }
}
