package dev.durahook.receiver.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.ReceiverAutoConfiguration;
import dev.durahook.receiver.acceptance.start.Acceptance.Cause;
import dev.durahook.receiver.acceptance.start.Acceptance.NotStored;
import dev.durahook.receiver.source.Sources;
import dev.durahook.testsupport.http.RawAnswer;
import dev.durahook.testsupport.http.RawHttp;
import dev.durahook.workflows.EventBody;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Every row of the table of answers, over HTTP, with a test's store instead of Temporal. */
class AnswersTest {

    private static ConfigurableApplicationContext application;
    private static int port;
    private static FakeStore store;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void startReceiver() {
        application = new SpringApplicationBuilder(Receiver.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--logging.level.root=warn",
                        // On a busy machine a test pauses within a body, which must not count as too slow.
                        "--durahook.http.body-timeout=5m",
                        "--durahook.http.body-rate=1B",
                        "--management.endpoint.health.group.readiness.include=readinessState");
        port = Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
        store = application.getBean(FakeStore.class);
    }

    @AfterAll
    static void stopReceiver() {
        application.close();
    }

    @BeforeEach
    void forget() {
        store.answer(null);
        store.events.clear();
    }

    @Test
    void storedNowIs202() throws Exception {
        HttpResponse<String> answer = send(delivery("acme", "1", "{}"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).isEqualTo("{\"status\":\"accepted\",\"eventId\":\"acme:1\"}");
    }

    @Test
    void storedBeforeIs200() throws Exception {
        send(delivery("acme", "1", "{}"));

        HttpResponse<String> answer = send(delivery("acme", "1", "{}"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"previously_accepted\",\"eventId\":\"acme:1\"}");
    }

    @Test
    void theExactBytesAreStored() throws Exception {
        send(delivery("acme", "1", "{ \"ä\" :\r\n1}"));

        assertThat(EventBody.bytes(store.events.get("acme:1").body()))
                .asString()
                .isEqualTo("{ \"ä\" :\r\n1}");
        assertThat(store.events.get("acme:1").event().headers()).containsExactlyEntriesOf(Map.of("x-id", "1"));
    }

    @Test
    void thePathWithoutANameIsTheSourceNamedWebhook() throws Exception {
        HttpResponse<String> answer = send(genuine("/webhook", "1").POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).contains("webhook:1");
    }

    @Test
    void missingIdIs400AndNamed() throws Exception {
        HttpResponse<String> answer = send(request("/webhooks/acme").header("X-Genuine", "yes"));

        assertProblem(answer, 400, "malformed-event");
        assertThat(answer.body()).contains("the header X-Id is missing");
    }

    @Test
    void notVerifiedIs401AndDoesNotTellWhy() throws Exception {
        HttpResponse<String> answer = send(request("/webhooks/acme").header("X-Id", "1"));

        assertProblem(answer, 401, "not-verified");
        assertThat(answer.body()).doesNotContain("secret", "mismatch");
        assertThat(store.events).isEmpty();
    }

    @Test
    void forgedDeliveryOfAKnownEventIs401WithoutACallToTemporal() throws Exception {
        send(delivery("acme", "1", "{}"));
        int calls = store.calls;

        assertProblem(send(request("/webhooks/acme").header("X-Id", "1")), 401, "not-verified");
        assertThat(store.calls).isEqualTo(calls);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"})
    void proxiedRequestIsNotFromThisMachine(String header) throws Exception {
        HttpResponse<String> answer = send(genuine("/webhook", "1").header(header, "203.0.113.7"));

        assertProblem(answer, 401, "not-verified");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 202",
        "LOCALHOST, 202",
        "127.0.0.1, 202",
        "[::1], 202",
        "rebound.example, 401",
        "10.0.0.1, 401"
    })
    void aSourceWithoutASignatureIsPostedToByTheNamesOfThisMachine(String host, int status) throws Exception {
        try (RawHttp http = new RawHttp(port)) {
            http.send("POST /webhook HTTP/1.1\nHost: " + host + ":" + port
                    + "\nX-Genuine: yes\nX-Id: 1\nContent-Length: 2\n\n{}");

            assertThat(http.status()).isEqualTo(status);
        }
    }

    @Test
    void anUnknownSourceIs404() throws Exception {
        assertProblem(send(delivery("nobody", "1", "{}")), 404, "unknown-source");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS"})
    void anotherMethodIs405(String method) throws Exception {
        HttpResponse<String> answer = send(genuine("/webhooks/acme", "1").method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void tooLargeIs413() throws Exception {
        assertThat(send(delivery("acme", "1", "x".repeat(1_000))).statusCode()).isEqualTo(202);

        assertProblem(send(delivery("acme", "2", "x".repeat(1_001))), 413, "body-too-large");
    }

    @Test
    void anEndlessBodyIs413BeforeItEnds() throws Exception {
        try (RawHttp http = new RawHttp(port)) {
            http.send("POST /webhooks/acme HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\n");
            int sent = http.sendChunks(100_000);

            assertThat(sent).isLessThan(100_000);
        }
        assertThat(store.events).isEmpty();
    }

    @Test
    void aBodyThatIsAnnouncedTooLargeIs413WithoutReadingIt() throws Exception {
        try (RawHttp http = new RawHttp(port)) {
            http.send("POST /webhooks/acme HTTP/1.1\nHost: x\nContent-Length: 9999999999\n\n");

            assertThat(http.status()).isEqualTo(413);
        }
    }

    @Test
    void aBodyThatEndsTooEarlyIsNotStored() throws Exception {
        try (RawHttp http = new RawHttp(port)) {
            http.send("POST /webhooks/acme HTTP/1.1\nHost: x\nX-Genuine: yes\nX-Id: 1\nContent-Length: 10\n\n{}")
                    .end();

            assertThat(http.status()).isIn(0, 400);
        }
        assertThat(store.events).isEmpty();
    }

    @Test
    void aBodyIsReadAsFarAsItWasAnnounced() throws Exception {
        try (RawHttp http = new RawHttp(port)) {
            http.send("POST /webhooks/acme HTTP/1.1\nHost: x\nX-Genuine: yes\nX-Id: 1\nContent-Length: 2\n\n{}{}{}");

            assertThat(http.status()).isEqualTo(202);
        }
        assertThat(EventBody.bytes(store.events.get("acme:1").body()))
                .asString()
                .isEqualTo("{}");
    }

    @Test
    void aCompressedBodyIs415() throws Exception {
        HttpResponse<String> answer = send(delivery("acme", "1", "x").header("Content-Encoding", "gzip"));

        assertProblem(answer, 415, "content-encoding-not-accepted");
        assertThat(answer.headers().firstValue("Accept-Encoding")).hasValue("identity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-gzip", "br", "ZSTD", "identity, gzip", " deflate ", "compress"})
    void everyRealCodingIs415(String coding) throws Exception {
        assertProblem(
                send(delivery("acme", "1", "x").header("Content-Encoding", coding)),
                415,
                "content-encoding-not-accepted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "identity", "utf-8", "UTF-8, identity", "aws-chunked"})
    void identityCodingIsAccepted(String coding) throws Exception {
        assertThat(send(delivery("acme", "1", "x").header("Content-Encoding", coding))
                        .statusCode())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource({
        "/webhooks/acme/, acme:1",
        "/webhook/, webhook:1",
        "/webhooks/, webhook:1",
        "/webhooks, webhook:1",
        "/webhooks//acme, acme:1"
    })
    void aSlashMoreOrLessIsTheSameSource(String path, String id) throws Exception {
        HttpResponse<String> answer = send(genuine(path, "1").POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).contains(id);
    }

    @Test
    void aFaultOfOursIs503AndDoesNotQuoteIt() throws Exception {
        HttpResponse<String> answer = send(delivery("acme", "1", "{}").header("X-Faulty", "yes"));

        assertProblem(answer, 503, "receiver-failed");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).doesNotContain("Exception", "quoted");
    }

    @Test
    void aBodyThatComesInPiecesIsStoredExactly() throws Exception {
        String body = "0123456789".repeat(90);
        try (RawHttp http = new RawHttp(port)) {
            http.send("POST /webhooks/acme HTTP/1.1\nHost: x\nX-Genuine: yes\nX-Id: 1\nContent-Length: 900\n\n");
            for (int i = 0; i < 900; i += 90) {
                http.send(body.substring(i, i + 90));
                Thread.sleep(5);
            }
            assertThat(http.status()).isEqualTo(202);
        }
        assertThat(EventBody.bytes(store.events.get("acme:1").body()))
                .asString()
                .isEqualTo(body);
    }

    @Test
    void aConnectionIsKeptAfterABodyThatCameLater() throws Exception {
        try (RawHttp http = new RawHttp(port)) {
            for (int i = 0; i < 3; i++) {
                http.send("POST /webhooks/acme HTTP/1.1\nHost: x\nX-Genuine: yes\nX-Id: " + i
                        + "\nTransfer-Encoding: chunked\n\n");
                Thread.sleep(5);
                http.send("2\n{}\n");
                Thread.sleep(5);
                http.send("0\n\n");
                RawAnswer answer = http.head();
                assertThat(answer.status()).isEqualTo(202);
                http.skip(Integer.parseInt(answer.header("Content-Length").orElseThrow()));
            }
        }
        assertThat(store.events).hasSize(3);
    }

    @Test
    void anotherMediaTypeIs415() throws Exception {
        HttpResponse<String> answer = send(delivery("acme", "1", "x").header("Content-Type", "image/png"));

        assertProblem(answer, 415, "media-type-not-accepted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/xml", "nonsense"})
    void aFormIsReadAsBytesLikeAnythingElse(String mediaType) throws Exception {
        send(delivery("acme", "1", "a=1&b=2").header("Content-Type", mediaType));

        assertThat(EventBody.bytes(store.events.get("acme:1").body()))
                .asString()
                .isEqualTo("a=1&b=2");
    }

    @Test
    void headersThatAreTooLargeAre431() throws Exception {
        HttpResponse<String> large = send(delivery("acme", "1", "{}").header("X-Much", "x".repeat(30_000)));
        HttpResponse<String> tooLarge = send(delivery("acme", "2", "{}").header("X-Much", "x".repeat(40_000)));

        assertThat(large.statusCode()).isEqualTo(202);
        assertProblem(tooLarge, 431, "headers-too-large");
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void notStoredIs503WithRetryAfterAndDoesNotTellWhy(Cause cause) throws Exception {
        store.answer(new NotStored(cause, "UNAVAILABLE: 10.1.2.3 refused"));

        HttpResponse<String> answer = send(delivery("acme", "1", "{}"));

        assertProblem(answer, 503, "not-stored");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).doesNotContain("10.1.2.3");
    }

    @Test
    void undecidedIs503WithRetryAfterAndDoesNotTellWhy() throws Exception {
        HttpResponse<String> answer = send(delivery("acme", "1", "{}").header("X-Undecided", "KEY_UNAVAILABLE"));

        assertProblem(answer, 503, "undecided");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).doesNotContain("key", "10.1.2.3");
        assertThat(store.events).isEmpty();
    }

    @Test
    void labelsComeFromTheConfiguration() throws Exception {
        for (String name : List.of("nobody", "somebody", "acme%20", "..")) {
            // Spring answers the last of them, and has sent the answer before the receiver closes the connection
            // because
            // the body has not arrived. So the answer does not announce the end, and no other request may follow it.
            HttpClient.newHttpClient().send(request("/webhooks/" + name).build(), BodyHandlers.ofString());
        }
        send(delivery("acme", "1", "{}"));

        MeterRegistry meters = application.getBean(MeterRegistry.class);
        Set<String> sources = meters.find("durahook.deliveries").timers().stream()
                .flatMap(timer -> timer.getId().getTags().stream())
                .filter(tag -> tag.getKey().equals("source"))
                .map(Tag::getValue)
                .collect(Collectors.toSet());
        assertThat(sources).isSubsetOf("acme", "webhook", "unknown").contains("acme", "unknown");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"urn:durahook:problem:" + type + "\"");
    }

    private static HttpRequest.Builder delivery(String source, String id, String body) {
        return genuine("/webhooks/" + source, id).POST(BodyPublishers.ofString(body));
    }

    private static HttpRequest.Builder genuine(String path, String id) {
        return request(path).header("X-Genuine", "yes").header("X-Id", id);
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .POST(BodyPublishers.ofString("{}"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @EnableAutoConfiguration(exclude = ReceiverAutoConfiguration.class)
    @Import(IngestConfiguration.class)
    static class Receiver {

        @Bean
        Sources sources() {
            return new Sources(List.of(new FakeSource("acme", false), new FakeSource("webhook", true)));
        }

        @Bean
        FakeStore store() {
            return new FakeStore();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }
}
