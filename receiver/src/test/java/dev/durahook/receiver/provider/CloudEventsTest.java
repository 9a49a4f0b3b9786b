package dev.durahook.receiver.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.identity.ExtractedEvent;
import dev.durahook.receiver.signature.Digests;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Verified;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only the media type decides where the attributes of an event are, and only the token shows who sent the event. */
class CloudEventsTest {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCHED = "application/cloudevents-batch+json";
    private static final Source SOURCE = Declaration.source("shop: {scheme: cloudevents, secrets: [t-1, t-2]}");
    private static final String EVENT =
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/shop/eu\",\"type\":\"order.paid\",\"data\":{\"id\":\"9\"}}";

    @ParameterizedTest
    @ValueSource(strings = {STRUCTURED, "Application/CloudEvents+JSON", "application/cloudevents+json; charset=utf-8"})
    void attributesInTheBody(String mediaType) throws Exception {
        assertEvents(sent(Map.of("Content-Type", mediaType), EVENT), "/shop/eu:1");
        assertThat(types(sent(Map.of("Content-Type", mediaType), EVENT))).containsExactly("shop.order.paid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "text/plain", "application/octet-stream", "application/json+cloudevents"})
    void attributesInHeaders(String mediaType) throws Exception {
        Delivery sent = sent(binary(mediaType), "{\"id\":\"9\",\"source\":\"elsewhere\",\"type\":\"other\"}");

        assertEvents(sent, "/shop/eu:1");
        assertThat(types(sent)).containsExactly("shop.order.paid");
        assertThat(SOURCE.keptHeaders(sent))
                .containsEntry("ce-id", "1")
                .containsEntry("ce-source", "/shop/eu")
                .containsEntry("ce-type", "order.paid")
                .containsEntry("ce-subject", "order 7")
                .containsEntry("ce-partitionkey", "k");
    }

    @Test
    void dataThatIsAListIsOneEvent() throws Exception {
        assertEvents(sent(binary("application/json"), "[{\"id\":\"9\"},{\"id\":\"10\"}]"), "/shop/eu:1");
    }

    @Test
    void anEventWithoutData() throws Exception {
        assertEvents(sent(binary("application/json"), ""), "/shop/eu:1");
    }

    @Test
    void eachOfABatchIsAnEvent() throws Exception {
        String batch = "[" + EVENT + ", " + EVENT.replace("\"id\":\"1\"", "\"id\":\"2\"") + ","
                + EVENT.replace("/shop/eu", "/shop/us") + "]";

        Delivery sent = sent(Map.of("Content-Type", BATCHED), batch);
        assertEvents(sent, "/shop/eu:1", "/shop/eu:2", "/shop/us:1");
        assertThat(SOURCE.events(sent).get(0).delivery().body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(EVENT);
        assertThat(SOURCE.events(sent)).extracting(ExtractedEvent::position).containsExactly(0, 1, 2);
    }

    @Test
    void aBatchOfNone() throws Exception {
        assertThat(SOURCE.events(sent(Map.of("Content-Type", BATCHED), "[]"))).isEmpty();
    }

    // The headers repeat values of the body. If they differ, the body counts.
    @Test
    void headersBesideABodyWithAttributesSayNothing() throws Exception {
        assertEvents(unpacked(withHeaders(STRUCTURED), EVENT), "/shop/eu:1");
        assertEvents(
                unpacked(withHeaders(BATCHED), "[" + EVENT + "," + EVENT.replace("\"id\":\"1\"", "\"id\":\"2\"") + "]"),
                "/shop/eu:1",
                "/shop/eu:2");
        assertThat(SOURCE.keptHeaders(unpacked(withHeaders(STRUCTURED), EVENT)))
                .doesNotContainKey("ce-id")
                .doesNotContainKey("ce-subject");
    }

    @Test
    void twoMediaTypesDoNotMakeHeadersCount() throws Exception {
        Map<String, List<String>> headers = new TreeMap<>();
        withHeaders(STRUCTURED).forEach((name, value) -> headers.put(name, List.of(value)));
        headers.put("Content-Type", List.of("application/json", STRUCTURED));
        headers.put("Authorization", List.of("Bearer t-1"));
        Delivery sent = new Delivery("http://localhost/", Headers.of(headers), Digests.bytes(EVENT));

        assertEvents(((Verified) SOURCE.verify(sent)).of(sent), "/shop/eu:1");
    }

    @ParameterizedTest
    @CsvSource({"Bearer t-1, 0", "bearer t-2, 1", "BEARER  t-2, 1"})
    void anyOfTheTokens(String authorization, int secret) {
        Delivery sent =
                sent(Map.of("Authorization", authorization, "Content-Type", "application/json", "ce-id", "1"), "{}");
        assertThat(SOURCE.verify(sent)).isEqualTo(new Verified(secret));
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer t-3, SIGNATURE_MISMATCH",
        "'Bearer t-1,t-2', SIGNATURE_MISMATCH",
        "'Bearer ', SIGNATURE_MISMATCH",
        "Bearer, SIGNATURE_MALFORMED",
        "Basic t-1, SIGNATURE_MALFORMED",
        "t-1, SIGNATURE_MALFORMED"
    })
    void noOtherToken(String authorization, Rejection reason) {
        Delivery sent = sent(Map.of("Authorization", authorization, "Content-Type", STRUCTURED), EVENT);
        assertThat(SOURCE.verify(sent))
                .isInstanceOfSatisfying(
                        Rejected.class, verdict -> assertThat(verdict.reason()).isEqualTo(reason));
    }

    // URLs are written into logs.
    @Test
    void tokenInTheUrlIsIgnored() {
        Delivery sent = new Delivery(
                "http://localhost/webhooks/shop?access_token=t-1",
                Headers.of(Map.of("Content-Type", List.of(STRUCTURED))),
                Digests.bytes(EVENT));
        assertThat(SOURCE.verify(sent))
                .isInstanceOfSatisfying(
                        Rejected.class, verdict -> assertThat(verdict.reason()).isEqualTo(Rejection.SIGNATURE_MISSING));
    }

    @ParameterizedTest
    @ValueSource(strings = {STRUCTURED, BATCHED})
    void anEmptyBodyHasNoAttributes(String mediaType) {
        assertThat(SOURCE.verify(sent(withHeaders(mediaType), "")))
                .isInstanceOfSatisfying(
                        Rejected.class, verdict -> assertThat(verdict.reason()).isEqualTo(Rejection.BODY_EMPTY));
        assertThat(SOURCE.verify(sent(Map.of("Content-Type", "application/json"), "")))
                .isInstanceOf(Rejected.class);
    }

    private static void assertEvents(Delivery delivery, String... ids) throws Exception {
        assertThat(SOURCE.events(delivery).stream()
                        .map(event -> event.id().value())
                        .toList())
                .containsExactly(Stream.of(ids).map(id -> "shop:" + id).toArray(String[]::new));
    }

    private static List<String> types(Delivery delivery) throws Exception {
        return SOURCE.events(delivery).stream().map(event -> event.type()).toList();
    }

    private static Map<String, String> binary(String mediaType) {
        return Map.of(
                "Content-Type", mediaType,
                "ce-specversion", "1.0",
                "ce-id", "1",
                "ce-source", "/shop/eu",
                "ce-type", "order.paid",
                "ce-subject", "order 7",
                "ce-partitionkey", "k");
    }

    private static Map<String, String> withHeaders(String mediaType) {
        Map<String, String> headers = new TreeMap<>(binary(mediaType));
        headers.put("ce-id", "another");
        headers.put("ce-type", "another.type");
        return headers;
    }

    private static Delivery unpacked(Map<String, String> headers, String body) {
        Delivery sent = sent(headers, body);
        return ((Verified) SOURCE.verify(sent)).of(sent);
    }

    private static Delivery sent(Map<String, String> headers, String body) {
        Map<String, List<String>> all = new TreeMap<>(Map.of("Authorization", List.of("Bearer t-1")));
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return new Delivery("http://localhost/webhooks/shop", Headers.of(all), Digests.bytes(body));
    }
}
