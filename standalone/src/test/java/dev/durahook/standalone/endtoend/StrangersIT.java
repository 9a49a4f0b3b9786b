package dev.durahook.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.http.RawAnswer;
import dev.durahook.testsupport.http.RawHttp;
import dev.durahook.testsupport.http.UnsentBodies;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The standalone application protects all of its paths as the receiver does. */
@RequiresTemporal
class StrangersIT {

    @TempDir
    private static Path folder;

    private static TemporalServer temporal;
    private static Installation installation;
    private static int port;

    @BeforeAll
    static void start() {
        temporal = TemporalServer.start(TemporalServerOptions.inMemory());
        installation = new Installation(temporal.target(), folder);
        port = URI.create(installation.url("github")).getPort();
    }

    @AfterAll
    static void stop() {
        installation.close();
        temporal.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhooks/github", "/webhooks/nobody", "/", "/upload", "/error", "/actuator/health"})
    void bodyOfARequestThatIsNotADeliveryIsNotAwaited(String path) throws IOException {
        SoftAssertions answers = new SoftAssertions();
        for (String request : requests(path)) {
            try (RawHttp http = new RawHttp(port)) {
                RawAnswer answer = http.send(request).head();
                answers.assertThat(answer.status()).as(request).isIn(404, 405, 413, 501);
                answers.assertThat(answer.header("Content-Type")).as(request).hasValue("application/problem+json");
            }
        }
        answers.assertAll();
    }

    @Test
    void refusalOfTomcatIsAProblem() {
        RawAnswer answer = RawHttp.ask(port, "POST /webhook HTTP/1.1\nHost: a b\nContent-Length: 0\n\n");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void slowHeadersAndBodiesAreClosed() throws IOException {
        try (RawHttp headers = new RawHttp(port);
                RawHttp body = new RawHttp(port)) {
            headers.send("POST /webhook HTTP/1.1\nHost: x\nX: ");
            body.send("POST /webhooks/github HTTP/1.1\nHost: x\nContent-Length: 10\n\n1");

            assertTooSlow(headers.answer(), "headers-too-slow");
            assertTooSlow(body.answer(), "body-too-slow");
        }
    }

    // Some senders take every 4xx as final.
    private static void assertTooSlow(RawAnswer answer, String type) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).hasValue("5");
        assertThat(answer.body()).contains("urn:durahook:problem:" + type + "\"");
    }

    private static List<String> requests(String path) {
        return UnsentBodies.to(path).stream()
                .filter(request -> !path.endsWith("github")
                        || !request.startsWith("POST ")
                        || request.contains("Content-Length: 99999999999"))
                .toList();
    }
}
