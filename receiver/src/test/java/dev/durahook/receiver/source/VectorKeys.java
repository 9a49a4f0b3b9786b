package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.keys.https.ExternalKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The world around a {@link Vector}, as its certificate and its moment want it. */
final class VectorKeys {

    private VectorKeys() {}

    /**
     * Hands out the vector's certificate, whatever the address. It was issued by an authority whose own certificate is
     * not published with it and has been replaced since, so who issued it is not asked here.
     */
    static ExternalKeys of(Vector vector) {
        return new ExternalKeys(
                (address, json) -> {
                    if (vector.certificate() == null) {
                        throw new IOException("the vector has no certificate");
                    }
                    return vector.certificate().getBytes(StandardCharsets.US_ASCII);
                },
                (chain, at) -> {});
    }

    /** A forged one names no moment: that of the genuine one it was made of shows that time is not the reason. */
    static InstantSource clock(Vector vector) {
        if (vector.now() != null) {
            return vector.clock();
        }
        return switch (vector.scheme()) {
            case "aws-sns" -> at(1_772_826_801L);
            case "paypal" -> at(1_490_904_245L);
            default -> vector.clock();
        };
    }

    /** PayPal's test names an address that no delivery has, and Plivo's has no body. Neither is signed. */
    static Delivery delivery(Vector vector) {
        if (vector.scheme().equals("plivo-v2")) {
            Delivery bare = vector.delivery();
            return new Delivery(bare.url(), bare.headers(), "Status=sent".getBytes(StandardCharsets.UTF_8));
        }
        if (!vector.scheme().equals("paypal")) {
            return vector.delivery();
        }
        Map<String, String> headers = new HashMap<>(vector.headers());
        headers.computeIfPresent("PAYPAL-CERT-URL", (name, url) -> url.replace("/test", "/certs/CERT-test"));
        return vector.with(headers).delivery();
    }

    private static InstantSource at(long seconds) {
        return InstantSource.fixed(Instant.ofEpochSecond(seconds));
    }
}
