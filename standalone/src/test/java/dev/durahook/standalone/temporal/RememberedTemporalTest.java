package dev.durahook.standalone.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedTemporalTest {

    @TempDir
    private Path directory;

    private Path file;
    private DevServerRecord serverRecord;

    @BeforeEach
    void name() {
        file = directory.resolve("temporal.properties");
        serverRecord = new DevServerRecord(file);
    }

    @Test
    void serverOfAnotherRunIsUsedOnItsPort() {
        serverRecord.write(new DevServerRecord.Entry(4711, 41000, 42000));

        RememberedTemporal remembered = new RememberedTemporal(serverRecord, process -> process == 4711);

        assertThat(remembered.find()).hasValueSatisfying(temporal -> {
            assertThat(temporal.target()).isEqualTo("127.0.0.1:41000");
            assertThat(temporal.webUi()).contains(LocalAddress.webUi(42000));
            assertThat(temporal.description()).contains("another run", "'kill 4711' stops it");
        });
    }

    @Test
    void serverThatIsGoneIsNotUsed() {
        serverRecord.write(new DevServerRecord.Entry(4711, 41000, 42000));

        assertThat(new RememberedTemporal(serverRecord, process -> false).find())
                .isEmpty();
    }

    @Test
    void nothingIsRememberedAtFirst() {
        assertThat(new RememberedTemporal(serverRecord, process -> true).find()).isEmpty();
    }

    @Test
    void halfAFileIsNoMemory() throws IOException {
        Files.writeString(file, "process=4711\nport=");

        assertThat(new RememberedTemporal(serverRecord, process -> true).find()).isEmpty();
    }

    @Test
    void idOfAnotherProgramIsNotTakenForAServer() {
        long thisJvm = ProcessHandle.current().pid();

        assertThat(RunningProcess.isTemporal(thisJvm)).isFalse();
    }
}
