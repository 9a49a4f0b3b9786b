package dev.durahook.testing;

import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.signature.TimestampRule;
import dev.durahook.receiver.signature.TimestampUnit;
import dev.durahook.testing.provider.Request;
import dev.durahook.testing.provider.Signer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Signs deliveries by the rule of a row of {@code schemes.yml}.
 *
 * @param rule the rule of the row
 */
record Signing(SignatureRule rule) implements Signer {

    /** Adds the headers of the signature and the timestamp. A timestamp that belongs into the body is written there. */
    @Override
    public Request sign(Request request, String secret, Instant now) {
        TimestampRule timestamp = rule.timestamp();
        String moment = timestamp == null ? "" : written(now, timestamp.unit());
        Request dated = timestamp == null ? request : dated(request, timestamp, moment);
        byte[] content = new Content(dated, moment, () -> Keys.shared(secret, rule)).of(rule.content());
        String signature = rule.prefix() + Signatures.text(Signatures.sign(rule, secret, content), rule);
        return timestamp == null || timestamp.isInBody()
                ? dated.with(name(), signature)
                : together(dated, timestamp, timestamp.prefix() + moment, signature);
    }

    private static Request dated(Request request, TimestampRule timestamp, String moment) {
        String pointer = timestamp.pointer();
        if (pointer == null) {
            return request;
        }
        EventBody body = EventBody.given(request.body());
        boolean isNumber = timestamp.unit() != TimestampUnit.RFC3339;
        body.put(pointer, isNumber ? LongNode.valueOf(Long.parseLong(moment)) : TextNode.valueOf(moment));
        return new Request(request.url(), request.publicUrl(), request.headers(), body.bytes());
    }

    private Request together(Request request, TimestampRule timestamp, String moment, String signature) {
        String other = timestamp.header().get(0);
        return other.equalsIgnoreCase(name())
                ? request.with(name(), moment + rule.separator() + signature)
                : request.with(other, moment).with(name(), signature);
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
