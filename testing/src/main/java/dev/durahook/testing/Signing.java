package dev.durahook.testing;

import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.signature.TimestampRule;
import dev.durahook.receiver.signature.TimestampUnit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Signs as a provider does.
 *
 * @param rule how it does
 */
record Signing(SignatureRule rule) {

    /** The headers that carry signature and timestamp. */
    Map<String, String> headers(String secret, Unsigned unsigned, Instant now) {
        TimestampRule timestamp = rule.timestamp();
        String moment = timestamp == null ? "" : written(now, timestamp.unit());
        byte[] content = new Content(unsigned, moment, () -> Keys.shared(secret, rule)).of(rule.content());
        String signature = rule.prefix() + Signatures.text(Signatures.sign(rule, secret, content), rule);
        return timestamp == null
                ? Map.of(name(), signature)
                : together(timestamp, timestamp.prefix() + moment, signature);
    }

    private Map<String, String> together(TimestampRule timestamp, String moment, String signature) {
        String other = timestamp.header().get(0);
        if (other.equalsIgnoreCase(name())) {
            return Map.of(name(), moment + rule.separator() + signature);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(other, moment);
        headers.put(name(), signature);
        return headers;
    }

    private String name() {
        return rule.header().get(0);
    }

    private static String written(Instant now, TimestampUnit unit) {
        return switch (unit) {
            case SECONDS -> String.valueOf(now.getEpochSecond());
            case MILLISECONDS -> String.valueOf(now.toEpochMilli());
            case RFC3339 -> now.truncatedTo(ChronoUnit.MILLIS).toString();
        };
    }
}
