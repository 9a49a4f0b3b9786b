package dev.durahook.receiver.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.RunningReceiver;
import dev.durahook.testsupport.frontend.FakeFrontend;
import dev.durahook.testsupport.http.RawAnswer;
import dev.durahook.testsupport.http.RawHttp;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every request that is refused before it reaches a source is answered with a problem, and counted, even if Tomcat
 * refuses it.
 */
class RefusalsTest {

    private static final String POST = "POST /webhooks/github HTTP/1.1\n";
    private static final String HOST = "Host: localhost\n";
    private static final String BODY = "Content-Length: 2\n\n{}";

    private static FakeFrontend frontend;
    private static RunningReceiver receiver;

    @BeforeAll
    static void start() {
        frontend = FakeFrontend.start();
        receiver = RunningReceiver.on(frontend.target());
    }

    @AfterAll
    static void stop() {
        receiver.close();
        frontend.close();
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                of("bad-request", 400, POST + "Host: a b\n" + BODY),
                of("bad-request", 400, POST + "Host: a_b c\n" + BODY),
                of("bad-request", 400, POST + "Host: a_b:x\n" + BODY),
                of("bad-request", 400, POST + HOST + HOST + BODY),
                of("bad-request", 400, POST + BODY),
                of("bad-request", 400, POST + HOST + "X: a\001b\n" + BODY),
                of("bad-request", 400, POST + HOST + "X\001: b\n" + BODY),
                of("bad-request", 400, POST + HOST + "Content-Length: two\n\n{}"),
                of("bad-request", 400, POST + HOST + "Content-Length: 3\n" + BODY),
                of("bad-request", 400, POST + HOST + "Content-Length: -1\n\n{}"),
                of("bad-request", 400, POST + HOST + "Transfer-Encoding: {}\n\n0\n\n"),
                of("bad-request", 400, "P{ST / HTTP/1.1\n" + HOST + "\n"),
                of("bad-request", 400, "POST /webhooks/{} HTTP/1.1\n" + HOST + BODY),
                of("bad-request", 400, "POST /webhooks/%zz HTTP/1.1\n" + HOST + BODY),
                of("bad-request", 400, "POST /webhooks/a%2fb HTTP/1.1\n" + HOST + BODY),
                of("bad-request", 400, "POST /../.. HTTP/1.1\n" + HOST + BODY),
                of("bad-request", 400, "POST http://elsewhere/webhooks/github HTTP/1.1\n" + HOST + BODY),
                of("bad-request", 400, "GET * HTTP/1.1\n" + HOST + "\n"),
                of("bad-request", 400, "nonsense\001\002\n\n"),
                of("headers-too-large", 431, POST + HOST + "X: " + "x".repeat(40_000) + "\n" + BODY),
                of("headers-too-large", 431, POST + HOST + "X: " + "x".repeat(70_000) + "\n" + BODY),
                of("headers-too-large", 431, POST + HOST + "X: y\n".repeat(200) + BODY),
                of("headers-too-large", 431, "POST /" + "a".repeat(70_000) + " HTTP/1.1\n" + HOST + BODY),
                of("expectation-failed", 417, POST + HOST + "Expect: the unexpected\n" + BODY),
                of("not-implemented", 501, POST + HOST + "Transfer-Encoding: gzip, chunked\n\n0\n\n"),
                of("not-implemented", 501, "CONNECT localhost:80 HTTP/1.1\nHost: localhost:80\n\n"),
                of("version-not-supported", 505, "POST /webhooks/github HTTP/3.0\n" + HOST + BODY),
                of("method-not-allowed", 405, "TRACE /webhooks/github HTTP/1.1\n" + HOST + "Connection: close\n\n"),
                of("not-acceptable", 406, get("/actuator/health", "Accept: application/xml\n")),
                of("nothing-here", 404, get("/", "Accept: text/html\n")),
                of("nothing-here", 404, get("/error", "Accept: text/html\n")),
                of("nothing-here", 404, get("/actuator/env", "")),
                of("nothing-here", 404, "POST /elsewhere HTTP/1.1\n" + HOST + "Connection: close\n" + BODY),
                of("nothing-here", 404, "OPTIONS /elsewhere HTTP/1.1\n" + HOST + "Connection: close\n\n"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isAProblemAndCounted(String type, int status, String request) {
        double before = count(type);

        RawAnswer answer = RawHttp.ask(receiver.port(), request);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .startsWith("{\"type\":\"urn:durahook:problem:" + type + "\",\"title\":\"")
                .endsWith("\",\"status\":" + status + "}");
        assertThat(count(type)).isEqualTo(before + 1);
    }

    @Test
    void http09GetsAProblemWithoutHeaders() {
        assertThat(RawHttp.ask(receiver.port(), "POST /webhooks/github\n").body())
                .contains("problem:bad-request");
        assertThat(RawHttp.ask(receiver.port(), "GET /elsewhere\n").body()).contains("problem:nothing-here");
    }

    @Test
    void aHostMayHaveAnUnderscore() {
        RawAnswer answer =
                RawHttp.ask(receiver.port(), POST + "Host: durahook_receiver:8000\nConnection: close\n" + BODY);

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void aHostWithAnUnderscoreIsNotThisMachine() {
        RawAnswer answer =
                RawHttp.ask(receiver.port(), "POST /webhook HTTP/1.1\nHost: local_host\nConnection: close\n" + BODY);

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void refusalDoesNotWaitForTheBody() throws IOException {
        try (RawHttp http = new RawHttp(receiver.port())) {
            http.send(POST + "Host: a b\nContent-Length: 1000000\n\nthe beginning");

            assertThat(http.answer().status()).isEqualTo(400);
        }
    }

    private static Arguments of(String type, int status, String request) {
        return Arguments.of(type, status, request);
    }

    private static String get(String path, String headers) {
        return "GET " + path + " HTTP/1.1\n" + HOST + headers + "Connection: close\n\n";
    }

    private static double count(String reason) {
        return receiver.beans(MeterRegistry.class).stream()
                .flatMap(meters -> meters.find("durahook.requests.refused").tag("reason", reason).counters().stream())
                .mapToDouble(Counter::count)
                .max()
                .orElse(0);
    }
}
