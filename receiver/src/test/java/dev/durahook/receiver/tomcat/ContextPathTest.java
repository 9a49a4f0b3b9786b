package dev.durahook.receiver.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.RunningReceiver;
import dev.durahook.testsupport.frontend.FakeFrontend;
import dev.durahook.testsupport.http.RawHttp;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With a context path, Tomcat answers requests to the path itself before any valve. Their bodies are not awaited either. */
class ContextPathTest {

    private static FakeFrontend frontend;
    private static RunningReceiver receiver;

    @BeforeAll
    static void start() {
        frontend = FakeFrontend.start();
        receiver = RunningReceiver.on(
                frontend.target(),
                "--server.servlet.context-path=/hooks",
                // Tomcat would wait for a body longer than the test for an answer.
                "--server.tomcat.connection-timeout=30m");
    }

    @AfterAll
    static void stop() {
        receiver.close();
        frontend.close();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /hooks, 302",
        "PUT, /hooks, 302",
        "GET, /hooks?a=b, 302",
        "OPTIONS, *, 200",
        "POST, /hooks/, 404",
        "POST, /elsewhere, 404"
    })
    void bodyIsNotAwaited(String method, String path, int status) throws IOException {
        for (String length : new String[] {"Content-Length: 1000000\n\n{", "Transfer-Encoding: chunked\n\nfffff\n{"}) {
            try (RawHttp http = new RawHttp(receiver.port())) {
                http.send(method + " " + path + " HTTP/1.1\nHost: localhost\n" + length);

                assertThat(http.head().status()).as(length).isEqualTo(status);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 2\n\n{}", "Content-Length: 0\n\n", "\n"})
    void connectionIsKeptBehindABodyThatIsComplete(String body) throws IOException {
        try (RawHttp http = new RawHttp(receiver.port())) {
            http.send("POST /hooks HTTP/1.1\nHost: localhost\n" + body);
            http.send("POST /elsewhere HTTP/1.1\nHost: localhost\nConnection: close\nContent-Length: 0\n\n");

            assertThat(http.head().status()).isEqualTo(302);
            assertThat(http.answer().body()).contains("HTTP/1.1 404 ");
        }
    }
}
