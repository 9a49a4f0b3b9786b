package dev.durahook.receiver.ingest;

import static dev.durahook.receiver.ingest.HandshakeAnswers.assertProblem;
import static dev.durahook.receiver.ingest.HandshakeAnswers.encoded;
import static dev.durahook.receiver.ingest.Signed.NOW;
import static dev.durahook.receiver.ingest.Signed.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshakes in which the receiver signs a challenge: no answer may be usable as the signature of a delivery. */
class SignedChallengesTest {

    private static ReceiverOverHttp receiver;

    @BeforeAll
    static void startReceiver() {
        receiver = ReceiverOverHttp.of(
                "zoom: {scheme: zoom, secrets: [" + SECRET + "]}",
                "twitter: {scheme: twitter, secrets: [" + SECRET + "]}",
                "braintree: {scheme: braintree, secrets: ['the_public_key|the_private_key']}");
    }

    @AfterAll
    static void stopReceiver() {
        receiver.close();
    }

    @AfterEach
    void nothingOfAHandshakeIsStored() {
        receiver.assertNothingStored();
    }

    // Zoom

    @Test
    void zoomReadsItsTokenSigned() throws Exception {
        HttpResponse<String> answer = zoom("qgg8vlvZRS6UYooatFL8Aw");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body())
                .isEqualTo("{\"plainToken\":\"qgg8vlvZRS6UYooatFL8Aw\",\"encryptedToken\":\""
                        + Signed.hex("qgg8vlvZRS6UYooatFL8Aw") + "\"}");
    }

    @Test
    void strangersGetNothingSignedByZoomsSecret() throws Exception {
        String body = "{\"event\":\"endpoint.url_validation\",\"payload\":{\"plainToken\":\"abc\"}}";

        assertProblem(receiver.post("/webhooks/zoom", body), 401, "not-verified");
    }

    @Test
    void answerToZoomIsNotTheSignatureOfADelivery() throws Exception {
        String forged = "{'event':'meeting.started'}".replace('\'', '"');

        assertProblem(zoom("v0:" + NOW + ":" + forged.replace("\"", "\\\"")), 400, "malformed-handshake");
        assertProblem(zoom("v0:" + NOW + ":1"), 400, "malformed-handshake");
    }

    // X

    @Test
    void xReadsItsTokenSigned() throws Exception {
        HttpResponse<String> answer = receiver.get("/webhooks/twitter?crc_token=uzwcfYtzr9&nonce=abc");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).isEqualTo("{\"response_token\":\"sha256=" + Signed.base64("uzwcfYtzr9") + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", "[]", "\"text\"", "a b", "-1.5e3,"})
    void noEventIsSignedForAStranger(String event) throws Exception {
        assertProblem(receiver.get("/webhooks/twitter?crc_token=" + encoded(event)), 400, "malformed-handshake");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "null", "uzwcfYtzr9", "1e9", "-7"})
    void challengeSignedForAStrangerIsNotADelivery(String token) throws Exception {
        String learned =
                receiver.get("/webhooks/twitter?crc_token=" + encoded(token)).body();
        String signature = learned.substring(learned.indexOf("sha256="), learned.lastIndexOf('"'));

        HttpResponse<String> forged =
                receiver.post("/webhooks/twitter", token, "x-twitter-webhooks-signature", signature);

        assertThat(signature).isEqualTo("sha256=" + Signed.base64(token));
        assertProblem(forged, 401, "not-verified");
    }

    @Test
    void endlessTokenIsNotSigned() throws Exception {
        assertProblem(receiver.get("/webhooks/twitter?crc_token=" + "a".repeat(129)), 400, "malformed-handshake");
    }

    @Test
    void twoTokensAreNotAHandshake() throws Exception {
        assertThat(receiver.get("/webhooks/twitter?crc_token=a&crc_token=b").statusCode())
                .isEqualTo(405);
    }

    // Braintree

    @Test
    void braintreeReadsItsChallengeSigned() throws Exception {
        HttpResponse<String> answer = receiver.get("/webhooks/braintree?bt_challenge=20f9f8ed05f77439fe955c977e4c8a53");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).matches("the_public_key\\|[0-9a-f]{40}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bt_signature=%s&bt_payload=20f9f8ed05f77439fe955c977e4c8a53",
                "bt_payload=20f9f8ed05f77439fe955c977e4c8a53&bt_signature=%s",
                "bt_signature=%s&bt_payload=20f9f8ed05f77439fe955c977e4c8a%%353",
                "bt_signature=%s&bt%%5Fpayload=20f9f8ed05f77439fe955c977e4c8a53",
                "bt_signature=%s&bt_payload=20f9f8ed05f77439fe955c977e4c8a53&padding="
            })
    void challengeSignedByBraintreesKeyIsNotADelivery(String form) throws Exception {
        String learned = receiver.get("/webhooks/braintree?bt_challenge=20f9f8ed05f77439fe955c977e4c8a53")
                .body();

        // The last body is larger than bodies that are searched for a handshake.
        String forged = form.formatted(encoded(learned)) + (form.endsWith("padding=") ? "x".repeat(20_000) : "");
        assertProblem(
                receiver.post("/webhooks/braintree", forged, "Content-Type", "application/x-www-form-urlencoded"),
                401,
                "not-verified");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PGE+",
                "20F9F8ED05F77439FE955C977E4C8A53",
                "20f9f8ed05f77439fe9",
                "20f9f8ed05f77439fe955c977e4c8a530"
            })
    void noPayloadOfBraintreeIsSignedForAStranger(String challenge) throws Exception {
        assertProblem(
                receiver.get("/webhooks/braintree?bt_challenge=" + encoded(challenge)), 400, "malformed-handshake");
    }

    private static HttpResponse<String> zoom(String token) throws Exception {
        String body = "{\"event\":\"endpoint.url_validation\",\"payload\":{\"plainToken\":\"" + token + "\"}}";
        String signature = "v0=" + Signed.hex("v0:" + NOW + ":" + body);
        return receiver.post("/webhooks/zoom", body, "x-zm-request-timestamp", NOW, "x-zm-signature", signature);
    }
}
