package dev.durahook.standalone.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.durahook.standalone.devserver.Executables;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the Temporal CLI on PATH and nothing running, the application brings its own server. */
@RequiresTemporal
class DevelopmentServerIT {

    @TempDir
    private Path home;

    private StandaloneFixture machine;

    @BeforeEach
    void prepare() {
        machine = StandaloneFixture.onThisPath(home);
    }

    @AfterEach
    void endServer() {
        machine.close();
    }

    @Test
    void startIsSaidInOneLineTheWebUiIsWhereTheWelcomeSaysAndTheServerEndsWithTheApplication()
            throws IOException, InterruptedException {
        StandaloneProcess application = machine.start().awaitReady();
        ProcessHandle server = machine.server();
        String webUi = "http://localhost:" + machine.webUiPort();
        assertThat(application.output())
                .contains("Temporal: a development server started on " + machine.target() + ", its events kept in "
                        + machine.data().resolve("temporal.db"))
                .contains("Web UI    " + webUi + "\n");
        assertThat(HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(URI.create(webUi)).build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);

        application.terminate();
        application.awaitEnd();

        awaitEnd(server);
        assertThat(machine.data().resolve("temporal.properties")).doesNotExist();
    }

    @Test
    void ctrlCLeavesTheServerUntilTheApplicationIsDone() throws IOException, InterruptedException {
        assertServerSurvivesCtrlC(machine);
    }

    @Test
    void ctrlCLeavesTheServerRunningIfOnlyPerlIsThere() throws IOException, InterruptedException {
        Executables here = Executables.onPath(System.getenv());
        Assumptions.assumeTrue(here.find("perl").isPresent(), "perl is not on PATH");
        Path bin = Files.createDirectory(home.resolve("bin"));
        for (String name : List.of("temporal", "perl")) {
            TestExecutables.create(
                    bin.resolve(name), "#!/bin/sh\nexec " + here.find(name).orElseThrow() + " \"$@\"\n");
        }

        try (StandaloneFixture mac = new StandaloneFixture(home, bin.toString())) {
            assertServerSurvivesCtrlC(mac);
        }
    }

    @Test
    void startThatIsInterruptedLeavesNoServer() throws IOException {
        StandaloneProcess application = machine.start();
        Await.until("the server's process is there", machine::hasServer);
        ProcessHandle server = machine.server();

        application.terminate();
        application.awaitEnd();

        awaitEnd(server);
    }

    @Test
    void takenPortsAreReplacedAndSaidSo() throws IOException {
        HttpServer temporal = HttpServer.create(LocalAddress.socketAddress(machine.temporalPort()), 0);
        temporal.start();
        try (ServerSocket webUi = listen(machine.webUiPort());
                StandaloneProcess application = machine.start().awaitReady()) {
            assertThat(application.output())
                    .contains("Port " + machine.temporalPort() + " is used by another program: Temporal is on port ")
                    .contains("Port " + webUi.getLocalPort() + " is used by another program: the Web UI is on port ");
            assertThat(machine.recordedTarget()).isNotEqualTo(machine.target());
            assertThat(TemporalConnection.answers(machine.recordedTarget())).isTrue();
        } finally {
            temporal.stop(0);
        }
    }

    @Test
    void webServerThatCantStartTakesTheServerWithIt() throws IOException {
        try (ServerSocket taken = listen(0)) {
            StandaloneProcess application = machine.start("--server.port=" + taken.getLocalPort());

            assertThat(application.awaitEnd()).isEqualTo(1);

            assertThat(application.output()).contains("Port " + taken.getLocalPort() + " was already in use");
            assertThat(TemporalConnection.answers(machine.target())).isFalse();
        }
    }

    private static void assertServerSurvivesCtrlC(StandaloneFixture machine) throws IOException, InterruptedException {
        StandaloneProcess application = machine.start("--spring.main.sources=" + SlowToStop.class.getName())
                .awaitReady();
        ProcessHandle server = machine.server();

        application.endGroup();
        application.awaitEnd();

        assertThat(application.output()).contains("Temporal was there to the end");
        awaitEnd(server);
    }

    // The application kills a server that takes too long for an orderly end, and does not wait again.
    private static void awaitEnd(ProcessHandle server) {
        Await.until("the server has ended", () -> !server.isAlive());
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 0, InetAddress.getByName("127.0.0.1"));
    }
}
