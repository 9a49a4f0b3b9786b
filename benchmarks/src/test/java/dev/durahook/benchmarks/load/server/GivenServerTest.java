package dev.durahook.benchmarks.load.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GivenServerTest {

    @Test
    void nameWithoutAProcessIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> server(List.of("no-such-program"), null))
                .withMessageContaining("--server-processes")
                .withMessageContaining("no-such-program");
    }

    @Test
    void commandPrintsTheSizeOfTheDatabase() {
        assertThat(server(List.of(), "echo 1234").databaseBytes()).isEqualTo(1234);
        assertThat(server(List.of(), null).databaseBytes()).isNaN();
    }

    @Test
    void commandThatPrintsNoNumberIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> server(List.of(), "echo twelve").databaseBytes())
                .withMessageContaining("--database-size")
                .withMessageContaining("twelve");
    }

    private static GivenServer server(List<String> processes, @Nullable String size) {
        return new GivenServer("127.0.0.1:1", "default", processes, size);
    }
}
