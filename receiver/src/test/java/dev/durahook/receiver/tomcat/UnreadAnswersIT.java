package dev.durahook.receiver.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.RunningReceiver;
import dev.durahook.receiver.Sender;
import dev.durahook.receiver.http.refusal.DedicatedServer;
import dev.durahook.testsupport.frontend.FakeFrontend;
import dev.durahook.testsupport.http.RawAnswer;
import dev.durahook.testsupport.http.RawHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;

/** Senders that read no answer take no thread: a connection ends before its answers fill the server's send buffer. */
class UnreadAnswersIT {

    private static final int THREADS = 4;

    /** In bytes: what the smallest send buffer takes. */
    private static final int BUFFER = 16_000;

    private static final String HANDSHAKE = "handshake";
    private static final String UNKNOWN = "unknown source";
    private static final String DELIVERY = "delivery";

    private static final String CHALLENGE = "POST /webhooks/graph?validationToken=" + "x".repeat(512)
            + " HTTP/1.1\nHost: localhost\nContent-Length: 0\n\n";
    private static final String NO_SOURCE = "POST /webhooks/unknown HTTP/1.1\nHost: localhost\nContent-Length: 0\n\n";

    private static FakeFrontend frontend;
    private static RunningReceiver receiver;

    @BeforeAll
    static void start() {
        frontend = FakeFrontend.start();
        receiver = RunningReceiver.in(
                SmallBuffers.class,
                frontend.target(),
                "--durahook.sources.graph.scheme=ms-graph",
                "--durahook.sources.graph.secrets=0123456789abcdef0123456789abcdef",
                "--server.tomcat.threads.max=" + THREADS,
                "--server.tomcat.max-keep-alive-requests=-1",
                // The time that a thread would wait for a sender to read.
                "--server.tomcat.connection-timeout=30m");
    }

    @AfterAll
    static void stop() {
        receiver.close();
        frontend.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {HANDSHAKE, UNKNOWN})
    void sendersThatReadNothingTakeNoThread(String name) throws Exception {
        String request = request(name);
        List<RawHttp> strangers = new ArrayList<>();
        try {
            for (int i = 0; i < 3 * THREADS; i++) {
                strangers.add(RawHttp.withSmallBuffer(receiver.port()).send(request.repeat(200)));
            }
            for (int i = 0; i < 2 * THREADS; i++) {
                assertThat(new Sender(receiver.port()).push(name + i, "{}").statusCode())
                        .isEqualTo(202);
            }
        } finally {
            for (RawHttp stranger : strangers) {
                stranger.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {HANDSHAKE, UNKNOWN, DELIVERY})
    void connectionEndsBeforeItsAnswersFillTheBuffer(String name) throws IOException {
        int bytes = 0;
        int answers = 0;
        try (RawHttp http = new RawHttp(receiver.port())) {
            boolean isLast = false;
            while (!isLast) {
                http.send(request(name + answers));
                RawAnswer answer = http.head();
                int length =
                        answer.header("Content-Length").map(Integer::parseInt).orElseThrow();
                http.skip(length);
                bytes += answer.head().getBytes(StandardCharsets.ISO_8859_1).length + length;
                answers++;
                isLast = answer.header("Connection").filter("close"::equals).isPresent();
            }
            assertThat(http.send(request(name)).status()).isZero();
        }
        assertThat(bytes).isBetween(BUFFER / 3, BUFFER * 4 / 5);
        assertThat(answers).isGreaterThan(10);
    }

    private static String request(String name) {
        if (name.startsWith(DELIVERY)) {
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            return Sender.head(name, body) + "{}";
        }
        return name.startsWith(HANDSHAKE) ? CHALLENGE : NO_SOURCE;
    }

    /** The receiver with send buffers as small as those for a sender with small segments. */
    @EnableAutoConfiguration
    @DedicatedServer
    static class SmallBuffers {

        @Bean
        TomcatConnectorCustomizer smallSendBuffers() {
            return connector -> connector.setProperty("socket.txBufSize", "16384");
        }
    }
}
