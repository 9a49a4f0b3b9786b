package dev.durahook.receiver.keys.https;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.durahook.receiver.keys.https.KeyServer.Answer;
import dev.durahook.testsupport.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpsFetchTest {

    private static final Duration SURELY = Duration.ofMinutes(2);

    private final Fetch fetch = KeyServer.fetch();
    private final Fetch impatient = new HttpsFetch(KeyServer.trusting(), KeyServer.PATIENCE, Duration.ofMillis(200));
    private KeyServer server;

    @BeforeEach
    void start() throws IOException {
        server = new KeyServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void getReturnsTheAnswer() throws IOException {
        server.on("/key", Answer.of(200, new byte[] {1, 2, 3}));
        assertThat(fetch.of(server.address("/key"), null)).containsExactly(1, 2, 3);
    }

    @Test
    void postSendsTheBody() throws IOException {
        server.on("/key", exchange -> {
            byte[] question = exchange.getRequestBody().readAllBytes();
            assertThat(exchange.getRequestMethod()).isEqualTo("POST");
            Answer.of(200, question).to(exchange);
        });
        byte[] question = "{\"key_id\":\"1\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(fetch.of(server.address("/key"), question)).isEqualTo(question);
    }

    @Test
    void asMuchAsMayBe() throws IOException {
        server.on("/key", Answer.of(200, new byte[HttpsFetch.MAX_BYTES]));
        assertThat(fetch.of(server.address("/key"), null)).hasSize(HttpsFetch.MAX_BYTES);
    }

    @Test
    void oneByteMore() {
        server.on("/key", Answer.of(200, new byte[HttpsFetch.MAX_BYTES + 1]));
        fails("/key", "more than 65536 bytes");
    }

    @Test
    void anAnswerWithoutEnd() {
        server.on("/key", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 100_000; i++) {
                exchange.getResponseBody().write(new byte[1024]);
            }
        });
        fails("/key", "more than 65536 bytes");
    }

    @Test
    void noRedirectIsFollowed() {
        server.on("/key", exchange -> {
            exchange.getResponseHeaders()
                    .add("Location", server.address("/other").toString());
            exchange.sendResponseHeaders(302, -1);
        });
        server.on("/other", Answer.of(200, new byte[] {1}));
        fails("/key", "the answer is 302");
        assertThat(server.requests).hasValue(1);
    }

    @Test
    void otherStatusIsNotAKey() {
        server.on("/key", Answer.of(404, new byte[] {1}));
        fails("/key", "the answer is 404");
    }

    @Test
    void anAnswerThatDoesNotCome() {
        server.on("/key", exchange -> Thread.sleep(60_000));
        fails(new HttpsFetch(KeyServer.trusting()), "/key", "");
        failsForImpatience("/key");
    }

    @Test
    void anAnswerThatDoesNotEnd() {
        server.on("/key", exchange -> {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            Thread.sleep(60_000);
        });
        failsForImpatience("/key");
    }

    @Test
    void aServerThatJavaDoesNotTrust() throws NoSuchAlgorithmException {
        server.on("/key", Answer.of(200, new byte[] {1}));
        Fetch world = new HttpsFetch(SSLContext.getDefault(), KeyServer.PATIENCE, KeyServer.PATIENCE);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> world.of(server.address("/key"), null));
        assertThat(server.requests).hasValue(0);
    }

    @Test
    void serverWithTheCertificateOfAnotherHost() {
        server.on("/key", Answer.of(200, new byte[] {1}));
        URI byNumber = URI.create(server.address("/key").toString().replace("localhost", "127.0.0.1"));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> fetch.of(byNumber, null));
        assertThat(server.requests).hasValue(0);
    }

    @Test
    void nothingIsFetchedInTheClear() {
        URI clear = URI.create(server.address("/key").toString().replace("https:", "http:"));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> fetch.of(clear, null))
                .withMessageContaining("HTTPS only");
    }

    @Test
    void noConnectionIsSharedByFetches() throws Exception {
        try (SSLServerSocket http2 = (SSLServerSocket)
                KeyServer.identity("localhost").getServerSocketFactory().createServerSocket(0)) {
            SSLParameters parameters = http2.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
            http2.setSSLParameters(parameters);
            CompletableFuture<String> chosen = CompletableFuture.supplyAsync(() -> protocolOf(http2));

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> fetch.of(URI.create("https://localhost:" + http2.getLocalPort()), null));

            assertThat(chosen.join()).isNotEqualTo("h2");
        }
    }

    private static String protocolOf(SSLServerSocket server) {
        // Java's client connects again, and would wait for an answer.
        try (server;
                SSLSocket connection = (SSLSocket) server.accept()) {
            connection.startHandshake();
            return connection.getApplicationProtocol();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fails(String path, String reason) {
        fails(fetch, path, reason);
    }

    // On a busy machine, the time may be over before the connection is made, which is another failure.
    private void failsForImpatience(String path) {
        Await.until(
                "no complete answer",
                () -> catchThrowableOfType(IOException.class, () -> impatient.of(server.address(path), null))
                        .getMessage()
                        .equals("no complete answer within 200 ms"));
    }

    private void fails(Fetch client, String path, String reason) {
        Assertions.assertTimeoutPreemptively(
                SURELY,
                () -> assertThatExceptionOfType(IOException.class)
                        .isThrownBy(() -> client.of(server.address(path), null))
                        .withMessageContaining(reason));
    }
}
