package dev.durahook.receiver.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.RunningReceiver;
import dev.durahook.testsupport.frontend.FakeFrontend;
import dev.durahook.testsupport.http.RawHttp;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/2 is off by default. An application that switches it on gets no threads that wait for the body of an upgrade. */
class ProtocolUpgradeTest {

    private static final int THREADS = 4;

    private static final String UPGRADE = "POST /webhooks/unknown HTTP/1.1\nHost: localhost\n"
            + "Connection: Upgrade, HTTP2-Settings\nUpgrade: h2c\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\n";

    private static FakeFrontend frontend;
    private static RunningReceiver receiver;

    @BeforeAll
    static void start() {
        frontend = FakeFrontend.start();
        receiver = RunningReceiver.on(
                frontend.target(),
                "--server.http2.enabled=true",
                "--server.tomcat.threads.max=" + THREADS,
                // The time that a thread would wait for the next byte.
                "--server.tomcat.connection-timeout=30m");
    }

    @AfterAll
    static void stop() {
        receiver.close();
        frontend.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 4000\n\n", "Transfer-Encoding: chunked\n\n"})
    void requestWithABodyIsAnsweredInHttp11(String body) throws Exception {
        List<RawHttp> strangers = new ArrayList<>();
        for (int i = 0; i < 3 * THREADS; i++) {
            strangers.add(new RawHttp(receiver.port()).send(UPGRADE + body));
        }

        assertThat(receiver.sender().push("beside" + body.length(), "{}").statusCode())
                .isEqualTo(202);
        for (RawHttp stranger : strangers) {
            assertThat(stranger.head().status()).isEqualTo(404);
            stranger.close();
        }
    }

    @Test
    void requestWithoutABodyIsUpgraded() throws Exception {
        HttpResponse<String> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + receiver.port() + "/webhooks/unknown"))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.statusCode()).isEqualTo(404);
    }
}
