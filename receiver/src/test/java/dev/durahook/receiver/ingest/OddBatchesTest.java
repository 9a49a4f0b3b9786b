package dev.durahook.receiver.ingest;

import static dev.durahook.receiver.ingest.Signed.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.acceptance.start.NewEvent;
import dev.durahook.workflows.EventBody;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Faulty deliveries of several events: the valid events are stored, and so is the rest of the body. */
class OddBatchesTest {

    private static final String EVENT = "\"eventId\":%d,\"subscriptionId\":2,\"portalId\":3,\"occurredAt\":4";

    private static ReceiverOverHttp receiver;

    @BeforeAll
    static void startReceiver() {
        receiver = ReceiverOverHttp.of(
                own("shop", "events: {pointer: /events}, id: {pointer: /id}, type: {pointer: /type}"),
                own(
                        "entry",
                        "events: {pointer: /entry}, id: {body-hash: true}, type: {pointer: /field, default: entry}"),
                own(
                        "around",
                        "events: {pointer: /events, envelope: /account}, id: {pointer: /id}, type: {pointer: /type}"),
                "hubspot-v1: {scheme: hubspot-v1, secrets: [" + SECRET + "]}");
    }

    @AfterAll
    static void stopReceiver() {
        receiver.close();
    }

    @BeforeEach
    void forget() {
        receiver.store().forget();
    }

    @Test
    void elementsThatAreNotObjectsAreStoredBesideTheEvents() throws Exception {
        String body = "{\"events\":[{\"id\":1,\"type\":\"a\"},null, \"x\",[1],{\"id\":2,\"type\":\"b\"}]}";

        assertThat(post("shop", body).statusCode()).isEqualTo(202);

        assertThat(bodies())
                .containsExactly("{\"id\":1,\"type\":\"a\"}", "null", "\"x\"", "[1]", "{\"id\":2,\"type\":\"b\"}");
        assertThat(types())
                .containsExactly("shop.a", "shop.unidentified", "shop.unidentified", "shop.unidentified", "shop.b");
        assertThat(receiver.store().events).containsKeys("shop:1", "shop:2");
        assertThat(stored()).extracting(event -> event.event().position()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void elementThatIsNotAnObjectDoesNotGetTheDefaultType() throws Exception {
        post("entry", "{\"entry\":[{\"x\":1},null]}");

        assertThat(types()).containsExactly("entry.entry", "entry.unidentified");
    }

    @Test
    void theEventsBeforeJsonBreaksOffAreStoredAndSoIsTheRest() throws Exception {
        String body =
                "{\"events\":[{\"id\":1,\"type\":\"a\"},{\"id\":2,\"type\":\"b\"},{\"id\" 3},{\"id\":4,\"type\":\"d\"}]}";

        assertThat(post("shop", body).statusCode()).isEqualTo(202);

        assertThat(types()).containsExactly("shop.a", "shop.b", "shop.unidentified");
        assertThat(bodies()).last().isEqualTo(",{\"id\" 3},{\"id\":4,\"type\":\"d\"}]}");
        assertThat(encoding(stored().get(2))).isEqualTo("binary/plain");
    }

    @Test
    void bodyThatEndsAfterACompleteEventHasNoRest() throws Exception {
        post("shop", "{\"events\":[{\"id\":1,\"type\":\"a\"}");

        assertThat(receiver.store().events).containsOnlyKeys("shop:1");
    }

    @Test
    void oneOddEventDoesNotMakeTheOthersOdd() throws Exception {
        byte[] body =
                "{\"events\":[{\"id\":1,\"type\":\"a\",\"n\":\"Andr\u00e9\"},{\"id\":2,\"type\":\"b\",\"v\":NaN},{\"id\":3,\"type\":\"c\"}]}"
                        .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(receiver.post("/webhooks/shop", body, "X-Signature", Signed.hex(body))
                        .statusCode())
                .isEqualTo(202);

        assertThat(receiver.store().events).containsOnlyKeys("shop:1", "shop:2", "shop:3");
        assertThat(stored())
                .extracting(OddBatchesTest::encoding)
                .containsExactly("binary/plain", "binary/plain", "json/plain");
    }

    @Test
    void bodyWithAnEnvelopeIsNotTakenApart() throws Exception {
        String body = "{\"events\":[{\"id\":1,\"type\":\"a\"},{\"id\" 2}],\"account\":7}";

        post("around", body);

        assertThat(bodies()).containsExactly(body);
        assertThat(types()).containsExactly("around.unidentified");
    }

    @Test
    void ofTwoListsNoneCounts() throws Exception {
        String body = "{\"events\":[{\"id\":1,\"type\":\"a\"}],\"events\":[]}";

        post("shop", body);

        assertThat(bodies()).containsExactly(body);
        assertThat(types()).containsExactly("shop.unidentified");
    }

    @Test
    void restIsCounted() throws Exception {
        long before = receiver.unidentified("shop", "events");

        post("shop", "{\"events\":[{\"id\":1,\"type\":\"a\"},null]}");

        assertThat(receiver.unidentified("shop", "events")).isEqualTo(before + 1);
    }

    @Test
    void nothingIsAppendedToAPlainHash() throws Exception {
        byte[] genuine = ("[{" + EVENT.formatted(1) + ",\"subscriptionType\":\"contact.creation\"}]")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(hubspot(genuine).statusCode()).isEqualTo(202);

        for (String more : List.of("\u0080\0\0", "{}", ",", "]")) {
            ByteArrayOutputStream extended = new ByteArrayOutputStream();
            extended.writeBytes(genuine);
            extended.writeBytes(more.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(hubspot(extended.toByteArray()).statusCode()).isEqualTo(400);
        }
        assertThat(stored()).hasSize(1);
    }

    // An attacker can append to a body that is signed by a plain hash (length extension).
    private static HttpResponse<String> hubspot(byte[] body) throws Exception {
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        hash.update(SECRET.getBytes(StandardCharsets.UTF_8));
        return receiver.post(
                "/webhooks/hubspot-v1",
                body,
                "X-HubSpot-Signature",
                HexFormat.of().formatHex(hash.digest(body)));
    }

    private static HttpResponse<String> post(String source, String body) throws Exception {
        return receiver.post("/webhooks/" + source, body, "X-Signature", Signed.hex(body));
    }

    private static List<NewEvent> stored() {
        return List.copyOf(receiver.store().events.values());
    }

    private static List<String> types() {
        return stored().stream().map(event -> event.event().type()).toList();
    }

    private static List<String> bodies() {
        return stored().stream()
                .map(event -> new String(EventBody.bytes(event.body()), StandardCharsets.UTF_8))
                .toList();
    }

    private static String encoding(NewEvent event) {
        return event.body().getPayload().getMetadataOrThrow("encoding").toStringUtf8();
    }

    private static String own(String name, String scheme) {
        return name + ": {scheme: custom, secrets: [" + SECRET + "], custom: {signature: {header: X-Signature}, "
                + scheme + "}}";
    }
}
