package dev.durahook.standalone.devserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.standalone.storage.DataDirectory;
import dev.durahook.standalone.temporal.LocalAddress;
import dev.durahook.standalone.temporal.Temporal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedTemporalTest {

    private static final long SERVER = 4711;
    private static final long OWNER = 4712;

    @TempDir
    private Path home;

    private DataDirectory directory;

    @BeforeEach
    void makeDirectory() {
        directory = new DataDirectory(home.resolve("data"));
        directory.create();
    }

    @Test
    void serverOfAKilledRunIsUsedOnItsPort() {
        remember();

        assertThat(find(SERVER)).hasValueSatisfying(temporal -> {
            assertThat(temporal.target()).isEqualTo("127.0.0.1:41000");
            assertThat(temporal.webUi()).contains(LocalAddress.webUi(42000));
            assertThat(temporal.description())
                    .isEqualTo("the development server on 127.0.0.1:41000 that a killed run has left;"
                            + " 'kill 4711' stops it");
        });
    }

    @Test
    void serverOfARunThatGoesOnIsUsedAndNotToBeKilled() {
        remember();

        assertThat(find(SERVER, OWNER).map(Temporal::description))
                .contains(
                        "the development server on 127.0.0.1:41000, which another run has started and will stop at its own"
                                + " end");
    }

    @Test
    void serverThatIsGoneIsNotUsed() {
        remember();

        assertThat(find()).isEmpty();
    }

    @Test
    void nothingIsRememberedAtFirst() {
        assertThat(find(SERVER)).isEmpty();
    }

    @Test
    void incompleteFileIsIgnored() throws IOException {
        Files.writeString(directory.serverRecord(), "process=4711\nport=");

        assertThat(find(SERVER)).isEmpty();
    }

    @Test
    void idOfAnotherProgramIsNotTakenForAServer() {
        long thisJvm = ProcessHandle.current().pid();

        assertThat(new SystemProcesses().isAlive(thisJvm)).isTrue();
        assertThat(new SystemProcesses().isTemporal(thisJvm)).isFalse();
    }

    @Test
    void programBelowAFolderThatIsNamedAfterTemporalIsNotAServer(@TempDir Path folder) throws IOException {
        Path program = Files.createDirectory(folder.resolve("temporal-demo")).resolve("program");
        Files.copy(Path.of("/bin/sleep"), program, StandardCopyOption.COPY_ATTRIBUTES);
        Process process = new ProcessBuilder(program.toString(), "600").start();
        try {
            assertThat(new SystemProcesses().isTemporal(process.pid())).isFalse();
        } finally {
            process.destroy();
        }
    }

    @Test
    void developmentServerOfAScriptIsAServer(@TempDir Path folder) throws IOException {
        Path script = Files.writeString(folder.resolve("temporal"), "read line\n");
        Process process = new ProcessBuilder("sh", script.toString(), "server", "start-dev").start();
        try {
            assertThat(new SystemProcesses().isTemporal(process.pid())).isTrue();
        } finally {
            process.destroy();
        }
    }

    // A run that ends late must not remove the record of a later run.
    @Test
    void onlyTheRecordOfTheServerIsDeleted() {
        remember();

        new DevServerRecord(directory.serverRecord()).deleteOf(SERVER + 1);
        assertThat(find(SERVER)).isPresent();

        new DevServerRecord(directory.serverRecord()).deleteOf(SERVER);
        assertThat(find(SERVER)).isEmpty();
    }

    private void remember() {
        new DevServerRecord(directory.serverRecord())
                .write(new DevServerRecord.RecordedServer(SERVER, OWNER, 41000, 42000));
    }

    private Optional<Temporal> find(Long... running) {
        return new RememberedTemporal(directory, new FakeProcesses(Set.of(running))).find();
    }

    private record FakeProcesses(Set<Long> running) implements Processes {

        @Override
        public boolean isAlive(long id) {
            return running.contains(id);
        }

        @Override
        public boolean isTemporal(long id) {
            return running.contains(id);
        }
    }
}
