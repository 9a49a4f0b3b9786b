package dev.durahook.standalone.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.testsupport.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevServerProcessTest {

    private static final List<String> DEAF = List.of("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done");

    @TempDir
    private Path folder;

    // The next run opens the database as soon as the server is closed.
    @Test
    void killedServerHasEndedWhenItIsClosed() {
        Path log = folder.resolve("log");
        for (int i = 0; i < 5; i++) {
            DevServerProcess server = DevServerProcess.start(DEAF, log, Duration.ofMillis(100));
            Await.until("the server runs", () -> read(log).contains("ready"));
            server.close();
            assertThat(server.isAlive()).isFalse();
        }
    }

    @Test
    void saysThatTheLogCantBeWritten() throws IOException {
        Path log = Files.createDirectory(folder.resolve("temporal.log"));

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> DevServerProcess.start(DEAF, log))
                .withMessageContaining("log can't be written")
                .withMessageContaining(log.toString());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
