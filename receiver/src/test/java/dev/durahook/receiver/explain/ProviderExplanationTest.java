package dev.durahook.receiver.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.source.Declaration;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The signed content and the likely causes, for providers with a verifier of their own. */
class ProviderExplanationTest {

    private static final String TOKEN = "the-auth-token";
    private static final String FORM = "To=%2B49&CallStatus=ringing";
    private static final String FIELDS = "CallStatusringingTo+49";
    private static final String TWILIO =
            "shop: {scheme: twilio, secrets: [" + TOKEN + "], public-url: 'https://hooks.example.com/webhooks/shop'}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/webhooks/shop?a=1",
                "https://hooks.example.com/webhooks/shop/?a=1",
                "http://10.0.0.7:8000/webhooks/shop?a=1"
            })
    void anotherPublicUrl(String signed) throws Exception {
        Explanation explanation = explain(TWILIO, twilio(TOKEN, signed));

        assertThat(explanation.cause()).as(explanation.toText()).isEqualTo(ProbableCause.PUBLIC_URL);
        assertThat(explanation.difference()).contains("The sender signs the URL " + signed);
        assertThat(explanation.toText())
                .contains("Computed over: https://hooks.example.com/webhooks/shop?a=1" + FIELDS)
                .contains("Sent: X-Twilio-Signature: <28 characters>")
                .doesNotContain(TOKEN);
    }

    @Test
    void withASharedKeyOfTwilio() throws Exception {
        String settings = "X-Twilio-Webhooks-Signature-Settings: key=k,algorithm=HMAC_SHA256\n";
        String signed = "https://hooks.example.com/webhooks/shop?a=1" + FIELDS;
        String signature = Base64.getEncoder().encodeToString(hmac("HmacSHA256", "another-token", signed));
        String request = "POST /webhooks/shop?a=1 HTTP/1.1\nHost: 10.0.0.7:8000\nX-Twilio-Signature: " + signature
                + "\n" + settings + type() + "\n" + FORM;

        Explanation explanation = explain(TWILIO + "\nmirror: {scheme: github, secrets: [another-token]}", request);

        assertThat(explanation.cause()).as(explanation.toText()).isEqualTo(ProbableCause.OTHER_SOURCE);
        assertThat(explanation.toText())
                .contains("Sent: X-Twilio-Signature: <44 characters>")
                .contains("Sent: X-Twilio-Webhooks-Signature-Settings: <");
    }

    @Test
    void secretOfAnotherSource() throws Exception {
        String sources = TWILIO + "\nmirror: {scheme: github, secrets: [another-token]}";

        Explanation explanation =
                explain(sources, twilio("another-token", "https://hooks.example.com/webhooks/shop?a=1"));

        assertThat(explanation.cause()).isEqualTo(ProbableCause.OTHER_SOURCE);
        assertThat(explanation.toText()).contains("source mirror").doesNotContain("another-token");
    }

    @Test
    void expiredSecret() throws Exception {
        String expired = TWILIO.replace(TOKEN, "other, {value: " + TOKEN + ", not-after: 2023-01-01T00:00:00Z}");

        assertThat(explain(expired, twilio(TOKEN, "https://hooks.example.com/webhooks/shop?a=1"))
                        .cause())
                .isEqualTo(ProbableCause.SECRET_NOT_VALID);
    }

    @Test
    void noSignature() {
        Explanation explanation =
                explain(TWILIO, "POST /webhooks/shop HTTP/1.1\nX-Twilio-Sign: 1\n" + type() + "\n" + FORM);

        assertThat(explanation.cause()).isEqualTo(ProbableCause.NOT_SIGNED);
        assertThat(explanation.toText())
                .contains("Sent: no X-Twilio-Signature; similar headers that were sent: x-twilio-sign");
    }

    @Test
    void unreadablePartIsNamed() {
        Explanation explanation = explain(TWILIO, "POST /webhooks/shop HTTP/1.1\nX-Twilio-Signature: AAAA\n\n{}");

        assertThat(explanation.toText())
                .contains("Computed over: nothing, because parameter bodySHA256 of the URL, which is required");
    }

    @Test
    void oldTimestamp() throws Exception {
        String token = "0123456789abcdef";
        long then = Declaration.NOW.instant().getEpochSecond() - 100_000;
        String signature = HexFormat.of().formatHex(hmac("HmacSHA256", TOKEN, then + token));
        String body = "{\"signature\":{\"timestamp\":\"%d\",\"token\":\"%s\",\"signature\":\"%s\"}}"
                .formatted(then, token, signature);

        Explanation explanation =
                explain("shop: {scheme: mailgun, secrets: [" + TOKEN + "]}", "POST /webhooks/shop HTTP/1.1\n\n" + body);

        assertThat(explanation.cause()).isEqualTo(ProbableCause.TIMESTAMP);
        assertThat(explanation.toText()).contains("timestamp 100000 s old").contains("Computed over: " + then + token);
    }

    @Test
    void onlyTheContentIsShownIfAKeyIsFetched() {
        String arn = "arn:aws:sns:eu-central-1:123456789012:orders";
        String body =
                "{\"Type\":\"Notification\",\"MessageId\":\"m-1\",\"TopicArn\":\"%s9\",\"Message\":\"Paid\",\"Timestamp\":"
                                .formatted(arn)
                        + "\"2023-11-14T22:13:20Z\",\"SignatureVersion\":\"2\",\"Signature\":\"AAAA\"}";

        Explanation explanation =
                explain("shop: {scheme: aws-sns, secrets: ['" + arn + "']}", "POST /webhooks/shop HTTP/1.1\n\n" + body);

        assertThat(explanation.cause()).isEqualTo(ProbableCause.UNKNOWN);
        assertThat(explanation.toText()).contains("Computed over: Message\\nPaid\\nMessageId\\nm-1\\n");
    }

    @Test
    void pathThatContentfulSignsWithASlash() throws Exception {
        String names = "x-contentful-signed-headers,x-contentful-timestamp";
        String time = String.valueOf(Declaration.NOW.millis());
        String headers = "x-contentful-signed-headers:" + names + ";x-contentful-timestamp:" + time;
        String content = "POST\n/webhooks/shop/\n" + headers + "\n{}";
        String request = "POST /webhooks/shop HTTP/1.1\nX-Contentful-Signature: "
                + HexFormat.of().formatHex(hmac("HmacSHA256", TOKEN, content)) + "\n"
                + headers.replace(';', '\n') + "\n\n{}";

        Explanation explanation = explain(TWILIO.replace("twilio", "contentful"), request);

        assertThat(explanation.cause()).as(explanation.toText()).isEqualTo(ProbableCause.PUBLIC_URL);
        assertThat(explanation.toText())
                .contains("Computed over: POST\\n/webhooks/shop\\n" + headers + "\\n<body>")
                .doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @CsvSource({"messagebird, a=1", "bird, https://hooks.example.com/webhooks/shop?a=1"})
    void secretOfAnotherSourceThatSignsTheHashOfTheBody(String scheme, String address) throws Exception {
        String time = String.valueOf(Declaration.NOW.millis() / 1000);
        Mac mac = mac("HmacSHA256", "another-token");
        mac.update((time + "\n" + address + "\n").getBytes(StandardCharsets.UTF_8));
        byte[] signature =
                mac.doFinal(MessageDigest.getInstance("SHA-256").digest("{}".getBytes(StandardCharsets.UTF_8)));
        String request = "POST /webhooks/shop?a=1 HTTP/1.1\nMessageBird-Request-Timestamp: " + time
                + "\nMessageBird-Signature: " + Base64.getEncoder().encodeToString(signature) + "\n\n{}";
        String url = scheme.equals("bird") ? ", public-url: 'https://hooks.example.com/webhooks/shop'" : "";

        Explanation explanation = explain(
                "shop: {scheme: %s, secrets: [%s]%s}\nmirror: {scheme: github, secrets: [another-token]}"
                        .formatted(scheme, TOKEN, url),
                request);

        assertThat(explanation.cause()).as(explanation.toText()).isEqualTo(ProbableCause.OTHER_SOURCE);
        assertThat(explanation.toText())
                .contains("Computed over: " + time + "\\n" + address + "\\n<SHA-256 of the body>");
    }

    @Test
    void onlyTheNameIsShownIfAValueIsCompared() {
        Explanation explanation = explain(
                "shop: {scheme: strava, secrets: ['120475'], guarded-by: secret-url}",
                "POST /webhooks/shop HTTP/1.1\n\n{\"subscription_id\":120476}");

        assertThat(explanation.cause()).isEqualTo(ProbableCause.UNKNOWN);
        assertThat(explanation.toText())
                .contains("Computed over: <subscription_id>")
                .doesNotContain("120475");
    }

    @Test
    void oneOfARepeatedHeaderInAnotherEncoding() throws Exception {
        String encoded = Base64.getEncoder().encodeToString(hmac("HmacSHA256", TOKEN, "{}"));

        Explanation explanation = explain(
                "shop: {scheme: mollie, secrets: [" + TOKEN + "]}",
                "POST /webhooks/shop HTTP/1.1\nX-Mollie-Signature: sha256=" + "0".repeat(64)
                        + "\nX-Mollie-Signature: sha256=" + encoded + "\n\n{}");

        assertThat(explanation.cause()).as(explanation.toText()).isEqualTo(ProbableCause.ENCODING);
    }

    private static String twilio(String token, String url) throws Exception {
        return "POST /webhooks/shop?a=1 HTTP/1.1\nHost: 10.0.0.7:8000\nX-Twilio-Signature: "
                + Base64.getEncoder().encodeToString(hmac("HmacSHA1", token, url + FIELDS)) + "\n" + type() + "\n"
                + FORM;
    }

    private static String type() {
        return "Content-Type: application/x-www-form-urlencoded\n";
    }

    private static Explanation explain(String yaml, String request) {
        return Explainer.explain(Declaration.environment(yaml), "shop", request, Declaration.NOW);
    }

    private static byte[] hmac(String algorithm, String secret, String content) throws Exception {
        return mac(algorithm, secret).doFinal(content.getBytes(StandardCharsets.UTF_8));
    }

    private static Mac mac(String algorithm, String secret) throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
        return mac;
    }
}
