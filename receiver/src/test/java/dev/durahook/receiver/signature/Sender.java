package dev.durahook.receiver.signature;

import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Source;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A provider, as its documentation describes it: signs with the JDK alone, by another way than the code under test.
 *
 * @param declaration the source's YAML without its secrets, such as {@code scheme: github}
 * @param secret a secret as its dashboard shows it
 * @param otherSecret another one
 * @param signatureHeader the header that carries the signature
 * @param headers the headers it sends; {signature}, {timestamp} and {id} stand for what they say
 * @param unit how many units of its timestamp a second has
 * @param signing computes the signature
 */
record Sender(
        String declaration,
        String secret,
        String otherSecret,
        String signatureHeader,
        Map<String, String> headers,
        long unit,
        Signing signing) {

    static final String URL = "https://hooks.example.com/webhooks/shop?tenant=1";
    static final String ID = "evt_1a2b3c";
    static final byte[] BODY = "{\"id\":\"evt_1a2b3c\",\"type\":\"order.paid\",\"note\":\"5 € für Ämter\"}\r\n"
            .getBytes(StandardCharsets.UTF_8);

    /** What a provider computes. */
    @FunctionalInterface
    interface Signing {
        String sign(String secret, String timestamp, byte[] body) throws Exception;
    }

    boolean hasTimestamp() {
        return headers.values().stream().anyMatch(value -> value.contains("{timestamp}"));
    }

    /** The source that expects this sender, with one or several secrets. */
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
        String timestamp = String.valueOf(Declaration.NOW.instant().getEpochSecond() * unit);
        String signature = signature(secret, timestamp, body);
        Map<String, String> sent = new LinkedHashMap<>();
        headers.forEach((name, value) -> sent.put(
                name,
                value.replace("{signature}", signature)
                        .replace("{timestamp}", timestamp)
                        .replace("{id}", ID)));
        return new Request(sent, signatureHeader, signature, body);
    }

    private String signature(String secret, String timestamp, byte[] body) {
        try {
            return signing.sign(secret, timestamp, body);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return declaration;
    }
}
