package dev.durahook.standalone.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without the Temporal CLI the application still runs, and says what is missing. */
class EmbeddedServerIT {

    @TempDir
    private Path home;

    private StandaloneFixture machine;

    @BeforeEach
    void prepare() {
        machine = new StandaloneFixture(home, home.toString());
    }

    @Test
    void embeddedServerIsUsed() throws IOException {
        try (StandaloneProcess application = machine.start().awaitReady()) {
            assertThat(application.output())
                    .contains("WARN  Temporal: in memory. NOTHING SURVIVES A RESTART")
                    .doesNotContain("  Web UI ");
            assertThat(machine.data().resolve("temporal.db")).doesNotExist();
        }
    }

    @Test
    void webServerThatCantStartEndsTheProcess() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 0, InetAddress.getByName("127.0.0.1"))) {
            StandaloneProcess application = machine.start("--server.port=" + taken.getLocalPort());

            assertThat(application.awaitEnd()).isEqualTo(1);
        }
    }

    @Test
    void endsOnRequest() throws IOException {
        StandaloneProcess application = machine.start().awaitReady();

        application.terminate();

        assertThat(application.awaitEnd()).isEqualTo(143);
    }
}
