package dev.durahook.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.durahook.receiver.acceptance.AcceptanceProperties;
import dev.durahook.testsupport.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.validator.constraints.time.DurationMax;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendCommandTest {

    @TempDir
    private Path home;

    private final AtomicReference<String> received = new AtomicReference<>("");
    private final AtomicReference<String> body = new AtomicReference<>("");
    private HttpServer server;
    private TestTerminal terminal;
    private int status = 202;
    private String answered = "{\"status\":\"accepted\"}";

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
    void controlCharactersOfTheAnswerDontReachTheTerminal() {
        answered = "a\u001B[2J\u009B31m\u0085\u202Eb\nc";
        assertThat(terminal.run("send", "github", "--type", "push", "--url", url()))
                .isZero();
        assertThat(terminal.out()).isEqualTo("202 a?[2J?31m??b\nc" + System.lineSeparator());
    }

    @Test
    void sendsABodyAsTheProviderDoes() {
        assertThat(terminal.run("send", "stripe", "--type", "charge.succeeded", "--url", url()))
                .isZero();
        assertThat(body.get())
                .contains("\"type\":\"charge.succeeded\"", "\"object\":\"charge\"", "\"amount\":2000", "\"cus_");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void saysThatTheBodyIsAMinimalOneAndWhichTypesHaveAnother() {
        assertThat(terminal.run("send", "salesforce", "--type", "Asset", "--url", url()))
                .isZero();
        assertThat(terminal.err())
                .isEqualTo(
                        "The body is a minimal one: --type sends a body as the provider writes it, for Account, Case,"
                                + " Contact, Lead, Opportunity; --body FILE sends your own" + System.lineSeparator());
    }

    @Test
    void saysThatTheBodyIsAMinimalOneOfAProviderWithoutExamples() {
        assertThat(terminal.run("send", "vercel", "--url", url())).isZero();
        assertThat(terminal.err())
                .isEqualTo("The body is a minimal one: --body FILE sends your own" + System.lineSeparator());
    }

    @Test
    void sendsTheBodyOfAFile() throws IOException {
        Path file = Files.writeString(home.resolve("charge.json"), "{\"id\": \"evt_1\", \"type\": \"my.type\"}\n");

        assertThat(terminal.run("send", "stripe", "--body", file.toString(), "--url", url()))
                .isZero();
        assertThat(body.get()).isEqualTo("{\"id\": \"evt_1\", \"type\": \"my.type\"}\n");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void sendsTheBodyOfTheStandardInput() {
        TestTerminal piped =
                new TestTerminal(home).with("DURAHOOK_SECRET", "It's a secret").typing("{\"id\": \"evt_2\"}");

        assertThat(piped.run("send", "github", "--type", "push", "--body", "-", "--url", url()))
                .isZero();
        assertThat(body.get()).isEqualTo("{\"id\": \"evt_2\"}");
    }

    @Test
    void failsWhenTheEventIsNotAccepted() {
        status = 401;

        assertThat(terminal.run("send", "github", "--url", url())).isEqualTo(1);
        assertThat(terminal.out()).startsWith("401 ");
    }

    @Test
    void saysThatNoServerListens() {
        String url = "http://localhost:" + FreePort.next() + "/webhooks/x";

        assertThat(terminal.run("send", "github", "--url", url)).isEqualTo(1);
        assertThat(terminal.err()).contains("nothing answers at " + url).doesNotContain("\tat ");
    }

    @Test
    void sendsAnUnsignedSchemeWithoutASecret() {
        assertThat(new TestTerminal(home).run("send", "none", "--url", url())).isZero();
    }

    @Test
    void sendsTheSecretIfTheSchemeDemandsIt() {
        assertThat(terminal.run("send", "gitlab", "--url", url())).isZero();
        assertThat(terminal.out() + terminal.err()).doesNotContain("It's a secret");
    }

    private String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/webhooks/x";
    }

    private void answer(HttpExchange exchange) throws IOException {
        body.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        received.set(
                exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("X-GitHub-Event"));
        byte[] body = answered.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    // Otherwise the command would blame the receiver, and not show the receiver's answer that Temporal is down.
    @Test
    void waitsLongerThanTheReceiverMayWaitForTemporal() throws Exception {
        DurationMax longest =
                AcceptanceProperties.class.getDeclaredField("timeout").getAnnotation(DurationMax.class);
        assertThat(SendCommand.TIMEOUT).isGreaterThan(Duration.ofSeconds(longest.seconds()));
    }
}
