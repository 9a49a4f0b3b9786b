package dev.durahook.receiver.provider;

import static dev.durahook.receiver.signature.Digests.base64;
import static dev.durahook.receiver.signature.Digests.bytes;
import static dev.durahook.receiver.signature.Digests.hex;
import static dev.durahook.receiver.signature.Digests.sha1;
import static dev.durahook.receiver.signature.Digests.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.ingest.WayIn;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.workflows.Sha256;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twilio names the algorithm of a signature in a header that it does not sign: no other algorithm passes then. */
class TwilioSharedKeyTest {

    private static final String TOKEN = "the auth token";
    private static final String KEY = "the shared key";
    private static final String SETTINGS = "X-Twilio-Webhooks-Signature-Settings";
    private static final String NAMED = "key=webhooks_sharedkey_01,algorithm=HMAC_SHA256";
    private static final String SIGNED = Provider.URL + "CallStatusringingTo+49";
    private static final Source SOURCE = Declaration.source(
            "shop: {scheme: twilio, secrets: [%s, %s], public-url: '%s'}".formatted(TOKEN, KEY, Provider.URL));

    @Test
    void eachOfBothKeysInItsWay() throws Exception {
        assertThat(SOURCE.verify(delivery(withSha1(TOKEN)))).isEqualTo(new Verified(0));
        assertThat(SOURCE.verify(delivery(withSha256(KEY), NAMED))).isEqualTo(new Verified(1));
        assertThat(SOURCE.verify(delivery(withSha1(KEY), "key=webhooks_sharedkey_01,algorithm=HMAC_SHA1")))
                .isEqualTo(new Verified(1));
    }

    // As Twilio's own library reads them.
    @ParameterizedTest
    @ValueSource(strings = {"algorithm=hmac_sha256", "algorithm=HMAC_SHA256, key=x", "key=x , algorithm=HMAC_SHA256,"})
    void theSameWrittenAnotherWay(String settings) throws Exception {
        assertThat(SOURCE.verify(delivery(withSha256(KEY), settings))).isEqualTo(new Verified(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "key=x", "key=algorithm=HMAC_SHA256"})
    void withoutAnAlgorithmItIsSha1(String settings) throws Exception {
        assertThat(SOURCE.verify(delivery(withSha1(KEY), settings))).isEqualTo(new Verified(1));
        refused(delivery(withSha256(KEY), settings), Rejection.SIGNATURE_MISMATCH);
    }

    @Test
    void theWeakerSignatureUnderTheNameOfTheStronger() throws Exception {
        refused(delivery(withSha1(KEY), NAMED), Rejection.SIGNATURE_MISMATCH);
        refused(delivery(withSha1(TOKEN), NAMED), Rejection.SIGNATURE_MISMATCH);
    }

    @Test
    void theNameTakenAway() throws Exception {
        refused(delivery(withSha256(KEY)), Rejection.SIGNATURE_MISMATCH);
    }

    @Test
    void bothSignaturesAtOnce() throws Exception {
        refused(delivery(withSha1(TOKEN) + "," + withSha256(KEY), NAMED), Rejection.SIGNATURE_MISMATCH);
        refused(delivery(List.of(withSha1(TOKEN), withSha256(KEY)), List.of(NAMED)), Rejection.SIGNATURE_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "algorithm=HMAC_MD5",
                "algorithm=NONE",
                "algorithm=",
                "algorithm=HMAC_SHA1,algorithm=HMAC_SHA256",
                "algorithm=HMAC_SHA256,algorithm=HMAC_SHA256"
            })
    void anAlgorithmThatIsUnknownOrOneOfTwo(String settings) throws Exception {
        refused(delivery(withSha1(TOKEN), settings), Rejection.SIGNATURE_MALFORMED);
        refused(delivery(withSha256(KEY), settings), Rejection.SIGNATURE_MALFORMED);
    }

    @Test
    void settingsSentTwice() throws Exception {
        refused(delivery(List.of(withSha256(KEY)), List.of(NAMED, NAMED)), Rejection.SIGNATURE_MALFORMED);
    }

    @Test
    void aUserAndAPasswordInTheUrlAreSigned() throws Exception {
        String url = "https://user:pass@hooks.example.com/webhooks/shop";
        Source source =
                Declaration.source("shop: {scheme: twilio, secrets: [%s], public-url: '%s'}".formatted(TOKEN, url));
        String signature = base64(sha1(bytes(TOKEN), bytes(url + "CallStatusringingTo+49")));
        String withPort = url.replace(".com/", ".com:443/");
        String other = base64(sha1(bytes(TOKEN), bytes(withPort + "CallStatusringingTo+49")));

        assertThat(source.verify(delivery(signature))).isEqualTo(new Verified(0));
        assertThat(source.verify(delivery(other))).isEqualTo(new Verified(0));
        assertThat(source.verify(delivery(withSha1(TOKEN)))).isInstanceOf(Rejected.class);
    }

    // https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
    @Test
    void theFragmentThatTellsTwilioHowToConnectIsNotSigned() throws Exception {
        Source source = Declaration.source(
                "shop: {scheme: twilio, secrets: [%s], public-url: '%s#rc=5&rp=all'}".formatted(TOKEN, Provider.URL));
        byte[] json = bytes("{}");
        String query = "?bodySHA256=" + hex(Sha256.of(json));
        String signature = base64(sha1(bytes(TOKEN), bytes(Provider.URL + query)));
        Headers headers = Headers.of(
                Map.of("X-Twilio-Signature", List.of(signature), "Content-Type", List.of("application/json")));

        assertThat(source.verify(delivery(withSha1(TOKEN)))).isEqualTo(new Verified(0));
        assertThat(source.verify(new Delivery("http://10.0.0.1/webhooks/shop" + query, headers, json)))
                .isEqualTo(new Verified(0));
    }

    private static void refused(Delivery delivery, Rejection reason) {
        WayIn.refuses(SOURCE, delivery);
        assertThat(SOURCE.verify(delivery))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        verdict -> assertThat(verdict.reason())
                                .as(verdict.detail())
                                .isEqualTo(reason));
    }

    private static String withSha1(String secret) throws Exception {
        return base64(sha1(bytes(secret), bytes(SIGNED)));
    }

    private static String withSha256(String secret) throws Exception {
        return base64(sha256(bytes(secret), bytes(SIGNED)));
    }

    private static Delivery delivery(String signature) {
        return delivery(List.of(signature), List.of());
    }

    private static Delivery delivery(String signature, String settings) {
        return delivery(List.of(signature), List.of(settings));
    }

    private static Delivery delivery(List<String> signatures, List<String> settings) {
        Map<String, List<String>> headers = new HashMap<>(
                Map.of("X-Twilio-Signature", signatures, "Content-Type", List.of("application/x-www-form-urlencoded")));
        if (!settings.isEmpty()) {
            headers.put(SETTINGS, settings);
        }
        return new Delivery(
                "http://10.0.0.7:8000/webhooks/shop", Headers.of(headers), bytes("To=%2B49&CallStatus=ringing"));
    }
}
