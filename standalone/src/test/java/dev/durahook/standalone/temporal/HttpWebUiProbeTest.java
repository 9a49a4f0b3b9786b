package dev.durahook.standalone.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FreePort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpWebUiProbeTest {

    private final HttpWebUiProbe probe = new HttpWebUiProbe(Await.PATIENCE);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(LocalAddress.socketAddress(0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void webUiIsOpenedByTheNameThatBrowsersTrust() {
        answer("/api/v1/settings", "{\"Auth\":{},\"DefaultNamespace\":\"default\"}");

        assertThat(probe.on(port())).hasToString("Optional[http://localhost:" + port() + "]");
    }

    @Test
    void otherServerIsNotAWebUi() {
        answer("/", "<html>Welcome to nginx</html>");

        assertThat(probe.on(port())).isEmpty();
    }

    @Test
    void serverWhoseAnswerDoesNotEndIsNotAWebUi() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
        });

        assertThat(new HttpWebUiProbe(Duration.ofMillis(500)).on(port())).isEmpty();
    }

    @Test
    void closedPortIsNotAWebUi() {
        assertThat(probe.on(FreePort.next())).isEmpty();
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void answer(String path, String body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
