package dev.durahook.receiver.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The providers whose deliveries the tests sign and forge. */
final class Senders {

    private static final String OWN = """
            scheme: hmac, hmac: {signature: {algorithm: hmac-sha512, header: X-Sign, separator: ';', prefix: 'h1=', \
            encoding: base64url, content: '{header:X-Id}|{timestamp}|{url}|{body}', key: hex, \
            timestamp: {header: X-Sign, separator: ';', prefix: 'ts=', unit: milliseconds}}}""";

    private Senders() {}

    static Stream<Sender> all() {
        return Stream.of(github(), stripe(), standardWebhooks(), own());
    }

    static Stream<Sender> withTimestamp() {
        return all().filter(Sender::hasTimestamp);
    }

    private static Sender github() {
        return new Sender(
                "scheme: github",
                "It is a secret",
                "It is another",
                "X-Hub-Signature-256",
                Map.of(
                        "X-Hub-Signature-256",
                        "sha256={signature}",
                        "X-GitHub-Delivery",
                        "{id}",
                        "X-GitHub-Event",
                        "push"),
                1,
                (secret, timestamp, body) -> hex(hmac("HmacSHA256", utf8(secret), body)));
    }

    private static Sender stripe() {
        return new Sender(
                "scheme: stripe",
                "whsec_4eC39HqLyjWDarjtT1zdp7dc",
                "whsec_BQokikJOvBiI2HlWgH4olfQ2",
                "Stripe-Signature",
                Map.of("Stripe-Signature", "t={timestamp},v1={signature},v0=6ffbb59b2300aae63f272406069a9788"),
                1,
                (secret, timestamp, body) -> hex(hmac("HmacSHA256", utf8(secret), utf8(timestamp + "."), body)));
    }

    private static Sender standardWebhooks() {
        return new Sender(
                "scheme: standard-webhooks",
                "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "webhook-signature",
                Map.of(
                        "webhook-id", "{id}",
                        "webhook-timestamp", "{timestamp}",
                        "webhook-signature", "v1,{signature} v1a,QUJD"),
                1,
                (secret, timestamp, body) -> base64(hmac(
                        "HmacSHA256",
                        Base64.getDecoder().decode(secret.substring("whsec_".length())),
                        utf8(Sender.ID + "." + timestamp + "."),
                        body)));
    }

    private static Sender own() {
        return new Sender(
                OWN,
                "00112233445566778899aabbccddeeff",
                "ffeeddccbbaa99887766554433221100",
                "X-Sign",
                Map.of("X-Id", "{id}", "X-Sign", "ts={timestamp};h1={signature}"),
                1000,
                (secret, timestamp, body) -> Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(hmac(
                                "HmacSHA512",
                                HexFormat.of().parseHex(secret),
                                utf8(Sender.ID + "|" + timestamp + "|" + Sender.URL + "|"),
                                body)));
    }

    static byte[] hmac(String algorithm, byte[] key, byte[]... parts) throws Exception {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.write(part);
        }
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key, "any"));
        return mac.doFinal(content.toByteArray());
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
