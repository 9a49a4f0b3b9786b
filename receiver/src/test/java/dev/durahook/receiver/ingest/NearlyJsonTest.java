package dev.durahook.receiver.ingest;

import static dev.durahook.receiver.ingest.Signed.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.acceptance.start.NewEvent;
import dev.durahook.workflows.EventBody;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are not JSON, but clearly contain the event's id, over HTTP. */
class NearlyJsonTest {

    private static ReceiverOverHttp receiver;

    @BeforeAll
    static void startReceiver() {
        receiver = ReceiverOverHttp.of("shop: {scheme: custom, secrets: [" + SECRET
                + "], custom: {signature: {header: X-Signature}, id: {pointer: /id}, type: {pointer: /type}}}");
    }

    @AfterAll
    static void stopReceiver() {
        receiver.close();
    }

    @BeforeEach
    void forget() {
        receiver.store().forget();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=ISO-8859-1", "text/plain"})
    void aByteOfLatin1(String mediaType) throws Exception {
        byte[] body = "{\"id\":\"l1\",\"type\":\"a\",\"name\":\"Andr\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertStored("shop:l1", post(body, mediaType), body, "binary/plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"x\",\"type\":\"a\",\"comment\":\"line\nfeed\ttab\"}",
                "{\"id\":\"x\",\"type\":\"a\",\"v\":NaN,\"w\":-Infinity}",
                "{\"id\":\"x\",\"type\":\"a\",\"path\":\"C:\\temp\\x\"}",
                "{\"id\":\"x\",\"type\":\"a\",\"v\":[1,],}",
                "\ufeff{\"id\":\"x\",\"type\":\"a\"}"
            })
    void bodyThatOtherReadersRefuse(String text) throws Exception {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);

        assertStored("shop:x", post(body, "application/json"), body, "binary/plain");
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 1_200, 900_000})
    void muchNesting(int depth) throws Exception {
        byte[] body = ("{\"id\":\"x\",\"type\":\"a\",\"d\":" + "[".repeat(depth) + "]".repeat(depth) + "}")
                .getBytes(StandardCharsets.UTF_8);

        assertStored("shop:x", post(body, "application/json"), body, "binary/plain");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_200, 1_900_000})
    void aLongNumber(int digits) throws Exception {
        byte[] body =
                ("{\"id\":\"x\",\"type\":\"a\",\"d\":" + "1".repeat(digits) + "}").getBytes(StandardCharsets.UTF_8);

        assertStored("shop:x", post(body, "application/json"), body, "binary/plain");
    }

    @Test
    void jsonIsJsonStill() throws Exception {
        byte[] body = "{\"id\":\"x\",\"type\":\"a\",\"name\":\"Andr\u00e9\"}".getBytes(StandardCharsets.UTF_8);

        assertStored("shop:x", post(body, "application/json"), body, "json/plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"forged\",\"type\":\"a\"} {\"id\":\"x\",\"type\":\"a\"}",
                "{\"note\":\"\",\"id\":\"forged\",\"type\":\"a\" and more\",\"id\":\"x\",\"type\":\"a\"}",
                "{\"note\":\"\",\"id\":\"forged\",\"v\":NaN,\"z\":\"\",\"id\":\"x\",\"type\":\"a\"}"
            })
    void idInsideATextIsNotAnId(String body) throws Exception {
        HttpResponse<String> answer = receiver.post("/webhooks/shop", body, "X-Signature", Signed.hex(body));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(receiver.store().events).hasSize(1).doesNotContainKeys("shop:forged", "shop:x");
    }

    private static HttpResponse<String> post(byte[] body, String mediaType) throws Exception {
        return receiver.post("/webhooks/shop", body, "X-Signature", Signed.hex(body), "Content-Type", mediaType);
    }

    private static void assertStored(String id, HttpResponse<String> answer, byte[] body, String encoding) {
        assertThat(answer.statusCode()).isEqualTo(202);
        NewEvent event = receiver.store().events.get(id);
        assertThat(event.event().type()).isEqualTo("shop.a");
        assertThat(EventBody.bytes(event.body())).isEqualTo(body);
        assertThat(event.body().getPayload().getMetadataOrThrow("encoding").toStringUtf8())
                .isEqualTo(encoding);
    }
}
