package dev.durahook.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendCommandTest {

    @TempDir
    private Path home;

    private final AtomicReference<String> received = new AtomicReference<>("");
    private HttpServer server;
    private TestTerminal terminal;
    private int status = 202;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        terminal = new TestTerminal(home).with("DURAHOOK_SECRET", "It's a secret");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void printsTheAnswerAndSucceedsWhenItIs2xx() {
        assertThat(terminal.run("send", "github", "--type", "push", "--url", url()))
                .isZero();
        assertThat(terminal.out()).isEqualTo("202 {\"status\":\"accepted\"}" + System.lineSeparator());
        assertThat(received.get()).isEqualTo("POST push");
    }

    @Test
    void failsWhenTheEventIsNotAccepted() {
        status = 401;

        assertThat(terminal.run("send", "github", "--url", url())).isEqualTo(1);
        assertThat(terminal.out()).startsWith("401 ");
    }

    @Test
    void saysThatNobodyListens() {
        server.stop(0);

        assertThat(terminal.run("send", "github", "--url", url())).isEqualTo(1);
        assertThat(terminal.err()).contains("nothing answers at " + url()).doesNotContain("\tat ");
    }

    @Test
    void sendsWithoutASecretWhatIsNotSigned() {
        assertThat(new TestTerminal(home).run("send", "none", "--url", url())).isZero();
    }

    @Test
    void sendsWhatIsTheSecretItself() {
        assertThat(terminal.run("send", "gitlab", "--url", url())).isZero();
        assertThat(terminal.out() + terminal.err()).doesNotContain("It's a secret");
    }

    private String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/webhooks/x";
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        received.set(
                exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("X-GitHub-Event"));
        byte[] body = "{\"status\":\"accepted\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
