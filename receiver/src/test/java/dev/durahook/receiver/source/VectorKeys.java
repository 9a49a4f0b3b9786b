package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.keys.https.ExternalKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The fetched keys and the clock for a {@link Vector}. */
final class VectorKeys {

    private VectorKeys() {}

    /**
     * Returns the vector's certificate for every address. The certificate's issuer is not checked here, because the
     * certificate of its authority was not published and has been replaced since.
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

    /**
     * A forged delivery names no time. The time of the genuine delivery shows that time is not the reason for the
     * verdict.
     */
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
