package dev.durahook.receiver.signature;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A request of a {@link Sender}, and the changes that an attacker makes.
 *
 * @param headers its headers
 * @param signatureHeader the header that carries the signature
 * @param signature the signature, without the text around it in the header
 * @param body its body
 */
record Request(Map<String, String> headers, String signatureHeader, String signature, byte[] body) {

    Delivery delivery() {
        return delivery(signatureHeader, List.of());
    }

    /** The same request with the signature's header repeated. */
    Delivery repeating(String secondValue) {
        return repeating(List.of(secondValue));
    }

    /** The same request with the signature's header repeated several times. */
    Delivery repeating(List<String> furtherValues) {
        return delivery(signatureHeader, furtherValues);
    }

    /** The same request with this header repeated. */
    Delivery repeating(String name, String secondValue) {
        return delivery(name, List.of(secondValue));
    }

    Request withSignature(UnaryOperator<String> change) {
        String changed = change.apply(signature);
        return withHeader(signatureHeader, header(signatureHeader).replace(signature, changed));
    }

    Request withHeader(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        return new Request(changed, signatureHeader, signature, body);
    }

    Request without(String name) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.remove(name);
        return new Request(changed, signatureHeader, signature, body);
    }

    Request withBody(byte[] other) {
        return new Request(headers, signatureHeader, signature, other);
    }

    String header(String name) {
        return headers.get(name);
    }

    private Delivery delivery(String repeated, List<String> again) {
        Map<String, List<String>> sent = new HashMap<>();
        headers.forEach((name, value) -> sent.put(name, new ArrayList<>(List.of(value))));
        if (!again.isEmpty()) {
            sent.computeIfAbsent(repeated, name -> new ArrayList<>()).addAll(again);
        }
        // Behind a proxy, the receiver sees another URL than the sender.
        return new Delivery("http://10.0.0.7:8000/webhooks/shop?tenant=1", Headers.of(sent), body);
    }
}
