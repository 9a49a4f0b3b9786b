package dev.durahook.receiver.provider;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request of a provider, and the changes that an attacker makes.
 *
 * @param query the query of the URL, with its question mark
 * @param headers its headers
 * @param body its body
 * @param signature the signature, which is in a header or in the body
 */
public record Sent(String query, Map<String, String> headers, String body, String signature) {

    public Delivery delivery() {
        return delivery(Map.of());
    }

    /** The same request with a header repeated. */
    public Delivery repeating(String header) {
        return delivery(Map.of(header, headers.get(header)));
    }

    /** With another signature in its place. */
    public Sent signed(String other) {
        Map<String, String> changed = new LinkedHashMap<>();
        headers.forEach((name, value) -> changed.put(name, value.replace(signature, other)));
        return new Sent(query, changed, body.replace(signature, other), other);
    }

    public Sent without(String header) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.remove(header);
        return new Sent(query, changed, body, signature);
    }

    public Sent with(String header, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(header, value);
        return new Sent(query, changed, body, signature);
    }

    public Sent withBody(String other) {
        return new Sent(query, headers, other, signature);
    }

    public Sent withQuery(String other) {
        return new Sent(other, headers, body, signature);
    }

    private Delivery delivery(Map<String, String> again) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        headers.forEach((name, value) -> sent.put(name, List.of(value)));
        again.forEach((name, value) -> sent.put(name, List.of(value, value)));
        return new Delivery(
                "http://10.0.0.7:8000/webhooks/shop" + query, Headers.of(sent), body.getBytes(StandardCharsets.UTF_8));
    }
}
