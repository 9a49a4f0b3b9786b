package dev.durahook.standalone.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Temporal that runs already is used, and is not stopped. */
@RequiresTemporal
class RunningTemporalIT {

    private static TemporalServer answering;

    @TempDir
    private Path home;

    private StandaloneFixture machine;

    @BeforeAll
    static void startServer() {
        answering = TemporalServer.start();
    }

    @AfterAll
    static void stopServer() {
        answering.close();
    }

    @BeforeEach
    void prepare() {
        machine = StandaloneFixture.onThisPath(home);
    }

    @AfterEach
    void endServer() {
        machine.close();
    }

    @Test
    void serverThatAnswersIsUsedAndOutlivesTheApplication() throws IOException {
        StandaloneProcess application = machine.start("--durahook.standalone.temporal-port=" + answering.port())
                .awaitReady();

        assertThat(application.output())
                .contains("Temporal: the server that already answers on " + answering.target())
                .doesNotContain("Web UI  ");
        assertThat(machine.data().resolve("temporal.db")).doesNotExist();

        application.close();
        assertThat(TemporalConnection.answers(answering.target())).isTrue();
    }

    @Test
    void configuredServerIsUsedThoughAnotherAnswers() throws IOException {
        try (TemporalServer configured = TemporalServer.start();
                StandaloneProcess application = machine.start(
                                "--durahook.standalone.temporal-port=" + answering.port(),
                                "--spring.temporal.connection.target=" + configured.target())
                        .awaitReady()) {
            assertThat(application.output()).contains("Temporal: the configured one, " + configured.target());
        }
    }

    @Test
    void serverOfAKilledRunIsFoundByTheNextAndAlsoIfItIsOnAnotherPort() throws IOException {
        machine.start().awaitReady().kill();
        ProcessHandle server = machine.server();

        try (StandaloneProcess next = machine.start().awaitReady()) {
            assertThat(next.output())
                    .contains("Temporal: the development server on " + machine.target()
                            + " that a killed run has left; 'kill " + server.pid() + "' stops it")
                    .contains("Web UI    http://localhost:" + machine.webUiPort());
        }
        assertThat(server.isAlive()).isTrue();

        try (StandaloneProcess other = machine.start("--durahook.standalone.temporal-port=" + FreePort.next())
                .awaitReady()) {
            assertThat(other.output()).contains("the development server on " + machine.target() + " that a killed run");
        }
        assertThat(server.isAlive()).isTrue();
    }

    @Test
    void twoThatStartTogetherShareOneServer() throws IOException {
        try (StandaloneProcess one = machine.start();
                StandaloneProcess other = machine.start()) {
            one.awaitReady();
            other.awaitReady();

            assertThat(Stream.of(one, other)
                            .map(StandaloneProcess::output)
                            .filter(text -> text.contains("a development server started")))
                    .hasSize(1);
        }
    }
}
