package dev.durahook.receiver.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.durahook.receiver.RunningReceiver;
import dev.durahook.receiver.Sender;
import dev.durahook.testsupport.LogLines;
import dev.durahook.testsupport.frontend.FakeFrontend;
import dev.durahook.testsupport.http.RawHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A header or a query that the receiver does not need, and that Tomcat or Spring may read, neither turns a genuine delivery
 * away nor writes to the log.
 */
class OddHeadersTest {

    /** Paths to which no deliveries are sent: unknown paths, those of error pages, and those of health. */
    private static final List<String> ELSEWHERE =
            List.of("/", "/webhook/c1", "/error", "/actuator", "/actuator/health", "/actuator/health/liveness");

    private static FakeFrontend frontend;
    private static RunningReceiver receiver;

    @RegisterExtension
    final LogLines lines = LogLines.of("org").at(Level.WARN);

    @BeforeAll
    static void start() {
        frontend = FakeFrontend.start();
        // The health of Temporal is "down" if a busy machine does not answer within a second.
        receiver = RunningReceiver.on(
                frontend.target(),
                "--management.health.temporal.enabled=false",
                "--management.endpoint.health.group.readiness.include=readinessState");
    }

    @AfterAll
    static void stop() {
        receiver.close();
        frontend.close();
    }

    @AfterEach
    void nothingIsLogged() {
        assertThat(lines.messages()).isEmpty();
    }

    static List<String> headers() {
        return List.of(
                "Accept-Language: da,de,en,es,fi,fr,it,nl,no,pl,sv",
                "Accept-Language: en-US,en;q=0.9,de;q=0.8,fr;q=0.7,es;q=0.6,it;q=0.5,nl;q=0.4,pt;q=0.3,pl;q=0.2,ru;q=0.1,sv",
                "Accept-Language: a,b,c,d,e,f\nAccept-Language: g,h,i,j,k",
                "Accept-Language: " + "en,".repeat(5_000),
                "Accept-Language: ;;q=x,\u00ff-*_",
                "Accept: ;;;",
                "Accept: x",
                "Accept: text/html;q=zz",
                "Accept: */json",
                "Accept-Charset: \u00ff;;q=x, utf-99",
                "Accept-Encoding: ;;q=zz,\u00ff",
                "Cookie: a=\"; \u00ff=\u00fe; $Version=x",
                "Cookie: " + "a=b; ".repeat(300),
                "Range: bytes=0-,0-,nonsense",
                "If-Modified-Since: nonsense",
                "If-Unmodified-Since: nonsense",
                "If-None-Match: \"a,,",
                "If-Match: nonsense",
                "Forwarded: ;;;=,by=",
                "X-Forwarded-Port: x",
                "X-Forwarded-Host: a b,:::",
                "X-Forwarded-For: a:b:c,[",
                "X-Forwarded-Prefix: \\..//",
                "Content-Disposition: attachment; filename*=zz''%zz",
                "Content-Language: \u00ff,,,",
                "Content-Type: ;;;;\u00ff/",
                "Content-Type: application/json; charset=nonsense",
                "Content-Type: multipart/form-data; boundary=",
                "Content-Type: a/b\nContent-Type: c/d",
                "Connection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Version: x",
                "Connection: ;;;\u00ff",
                "TE: ;;q=x\nTrailer: \u00ff",
                "Origin: http://[",
                "Authorization: Basic %%%",
                "X-HTTP-Method-Override: DELETE",
                "traceparent: zz\nbaggage: ;;;=,\u00ff");
    }

    @ParameterizedTest
    @MethodSource("headers")
    void aGenuineDeliveryIsAccepted(String header) throws IOException {
        String head = Sender.head("odd-" + header.hashCode(), "{}".getBytes(StandardCharsets.UTF_8));
        String rest = header.startsWith("Content-Type") ? head.replaceFirst("Content-Type: .*\n", "") : head;

        assertThat(ask(rest.replace("\n\n", "\n" + header + "\n\n{}"))).isEqualTo(202);
    }

    @ParameterizedTest
    @MethodSource("headers")
    void aRequestElsewhereIsAnswered(String header) throws IOException {
        SoftAssertions answers = new SoftAssertions();
        for (String path : ELSEWHERE) {
            answers.assertThat(ask("GET " + path + " HTTP/1.1\nHost: localhost\n" + header + "\n\n"))
                    .as(path)
                    .isIn(200, 400, 404, 406);
        }
        answers.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?%zz", "?a=%00&b=%ff", "?;=&&=;", "?a=b&c%", "many"})
    void aMalformedQueryIsNoFailure(String query) throws IOException {
        String sent = query.equals("many") ? "?" + "a=b&".repeat(2_000) : query;
        SoftAssertions answers = new SoftAssertions();
        for (String path : ELSEWHERE) {
            answers.assertThat(ask("GET " + path + sent + " HTTP/1.1\nHost: localhost\n\n"))
                    .as(path)
                    .isIn(200, 400, 404);
        }
        String head = Sender.head("query-" + query.hashCode(), "{}".getBytes(StandardCharsets.UTF_8));
        answers.assertThat(ask(head.replace(" HTTP/1.1", sent + " HTTP/1.1") + "{}"))
                .isEqualTo(202);
        answers.assertAll();
    }

    private static int ask(String request) throws IOException {
        try (RawHttp http = new RawHttp(receiver.port())) {
            return http.send(request).status();
        }
    }
}
