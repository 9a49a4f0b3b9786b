package dev.durahook.standalone.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FreePort;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Ports where no Temporal listens. {@link EmbeddedTemporalTest#isGoneAfterTheApplication} tests that a Temporal is
 * recognised.
 */
class GrpcProbeTest {

    private final GrpcProbe probe = new GrpcProbe();

    @Test
    void closedPortIsNotTemporal() {
        assertThat(probe.answers(LocalAddress.target(FreePort.next()))).isFalse();
    }

    @Test
    void silentPortIsNotTemporal() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            TemporalProbe impatient = new GrpcProbe(Duration.ofSeconds(1));

            boolean answers = assertTimeoutPreemptively(
                    Await.PATIENCE, () -> impatient.answers(LocalAddress.target(silent.getLocalPort())));

            assertThat(answers).isFalse();
        }
    }

    @Test
    void webServerIsNotTemporal() throws IOException {
        HttpServer web = HttpServer.create(LocalAddress.socketAddress(0), 0);
        web.start();

        assertThat(probe.answers(LocalAddress.target(web.getAddress().getPort())))
                .isFalse();
        web.stop(0);
    }
}
