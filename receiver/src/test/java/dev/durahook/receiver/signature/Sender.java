package dev.durahook.receiver.signature;

import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A provider that signs as its documentation says. The signature is computed by the JDK alone, without the code under
 * test.
 *
 * @param declaration the source's YAML without its secrets, such as {@code scheme: github}
 * @param secret a secret as its dashboard shows it
 * @param otherSecret another secret, which must not verify
 * @param signatureHeader the header that carries the signature
 * @param headers the provider's headers; {signature}, {timestamp} and {id} in a value are replaced
 * @param tolerance how many seconds its timestamp may lie in the past
 * @param timestamp writes a time as the provider does
 * @param signing computes the signature
 */
record Sender(
        String declaration,
        String secret,
        String otherSecret,
        String signatureHeader,
        Map<String, String> headers,
        long tolerance,
        Function<Instant, String> timestamp,
        Signing signing) {

    static final String URL = "https://hooks.example.com/webhooks/shop?tenant=1";
    static final String ID = "evt_1a2b3c";
    static final byte[] BODY = ("{\"id\":\"evt_1a2b3c\",\"type\":\"order.paid\",\"note\":\"5 € für Ämter\","
                    + "\"webhookTimestamp\":" + Declaration.NOW.millis() + "}\r\n")
            .getBytes(StandardCharsets.UTF_8);

    /** The signature that a provider computes. */
    @FunctionalInterface
    interface Signing {
        String sign(String secret, String timestamp, byte[] body) throws Exception;
    }

    boolean hasTimestamp() {
        return headers.values().stream().anyMatch(value -> value.contains("{timestamp}"));
    }

    /** Whether every signed body passes; Linear's bodies must contain the time of sending. */
    boolean signsAnyBody() {
        return !declaration.contains("linear");
    }

    /** The source for this sender, with one or several secrets. */
    Source source(String... secrets) {
        return source(Declaration.NOW, secrets);
    }

    Source source(InstantSource clock, String... secrets) {
        return Declaration.source(
                "shop: {%s, secrets: ['%s']}".formatted(declaration, String.join("', '", secrets)), clock);
    }

    /** A genuine request. */
    Request request() {
        return request(secret, BODY);
    }

    Request request(String secret, byte[] body) {
        String now = timestamp.apply(Declaration.NOW.instant());
        String signature = signature(secret, now, body);
        Map<String, String> sent = new LinkedHashMap<>();
        headers.forEach((name, value) -> sent.put(
                name,
                value.replace("{signature}", signature)
                        .replace("{timestamp}", now)
                        .replace("{id}", ID)));
        return new Request(sent, signatureHeader, signature, body);
    }

    /** The same provider with another way to write the time. */
    Sender writing(Function<Instant, String> otherTimestamp) {
        return new Sender(
                declaration, secret, otherSecret, signatureHeader, headers, tolerance, otherTimestamp, signing);
    }

    /** The same provider with another tolerance. */
    Sender tolerating(long seconds) {
        return new Sender(declaration, secret, otherSecret, signatureHeader, headers, seconds, timestamp, signing);
    }

    /** The same provider with other secrets. */
    Sender sharing(String oneSecret, String another) {
        return new Sender(declaration, oneSecret, another, signatureHeader, headers, tolerance, timestamp, signing);
    }

    private String signature(String secret, String now, byte[] body) {
        try {
            return signing.sign(secret, now, body);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return declaration;
    }
}
