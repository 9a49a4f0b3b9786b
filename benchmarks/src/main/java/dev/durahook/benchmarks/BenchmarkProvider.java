package dev.durahook.benchmarks;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The providers whose genuine deliveries are measured: one for each way to sign. */
public enum BenchmarkProvider {
    /** Signs the body. */
    GITHUB("github") {
        @Override
        Map<String, String> headers(byte[] body) {
            return Map.of(
                    "X-Hub-Signature-256",
                    "sha256=" + hex("", body),
                    "X-GitHub-Delivery",
                    ID,
                    "X-GitHub-Event",
                    "push");
        }
    },
    /** Signs timestamp and body, and sends signatures in a list. */
    STRIPE("stripe") {
        @Override
        Map<String, String> headers(byte[] body) {
            return Map.of("Stripe-Signature", "t=" + NOW + ",v1=" + hex(NOW + ".", body));
        }
    },
    /** Signs a header, timestamp and body. */
    STANDARD_WEBHOOKS("standard-webhooks") {
        @Override
        Map<String, String> headers(byte[] body) {
            byte[] signature = BenchmarkKey.sign(ID + "." + NOW + ".", body);
            return Map.of(
                    "webhook-id", ID,
                    "webhook-timestamp", NOW,
                    "webhook-signature", "v1," + Base64.getEncoder().encodeToString(signature));
        }
    },
    /** Signs timestamp and body, each in a header of its own. */
    SLACK("slack") {
        @Override
        Map<String, String> headers(byte[] body) {
            return Map.of("X-Slack-Request-Timestamp", NOW, "X-Slack-Signature", "v0=" + hex("v0:" + NOW + ":", body));
        }
    },
    /** Sends the secret itself and signs nothing. */
    GITLAB("gitlab") {
        @Override
        Map<String, String> headers(byte[] body) {
            return Map.of("X-Gitlab-Token", BenchmarkKey.TEXT, "Idempotency-Key", ID);
        }
    };

    private static final String ID = "evt_1a2b3c4d5e6f";
    private static final String NOW = String.valueOf(BenchmarkSources.NOW.getEpochSecond());

    private final String scheme;

    BenchmarkProvider(String scheme) {
        this.scheme = scheme;
    }

    abstract Map<String, String> headers(byte[] body);

    /** The name of the provider's scheme. */
    String scheme() {
        return scheme;
    }

    /** The secret as the provider's dashboard shows it. */
    String secret() {
        return this == STANDARD_WEBHOOKS ? "whsec_" + BenchmarkKey.base64() : BenchmarkKey.TEXT;
    }

    /** A genuine delivery. */
    Delivery delivery(byte[] body) {
        Map<String, List<String>> sent = headers(body).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        return new Delivery("http://localhost/webhooks/" + scheme, Headers.of(sent), body);
    }

    private static String hex(String before, byte[] body) {
        return HexFormat.of().formatHex(BenchmarkKey.sign(before, body));
    }
}
