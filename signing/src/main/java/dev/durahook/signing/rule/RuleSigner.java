package dev.durahook.signing.rule;

import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.signature.TimestampRule;
import dev.durahook.receiver.signature.TimestampUnit;
import dev.durahook.signing.event.DraftBody;
import dev.durahook.signing.signer.ProviderRequest;
import dev.durahook.signing.signer.Signer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Signs deliveries by the rule of a row of {@code schemes.yml}.
 *
 * @param rule the rule of the row
 */
public record RuleSigner(SignatureRule rule) implements Signer {

    /**
     * Adds the headers of the signature and the timestamp. A timestamp that belongs in the body is written into the
     * body.
     */
    @Override
    public ProviderRequest sign(ProviderRequest request, String secret, Instant now) {
        TimestampRule timestamp = rule.timestamp();
        String moment = timestamp == null ? "" : written(now, timestamp.unit());
        ProviderRequest dated = timestamp == null ? request : dated(request, timestamp, moment);
        byte[] content = new ContentTemplate(dated, moment, () -> SigningKeys.shared(secret, rule)).of(rule.content());
        String signature = rule.prefix() + Signatures.text(Signatures.sign(rule, secret, content), rule);
        return timestamp == null || timestamp.isInBody()
                ? dated.with(name(), signature)
                : together(dated, timestamp, timestamp.prefix() + moment, signature);
    }

    private static ProviderRequest dated(ProviderRequest request, TimestampRule timestamp, String moment) {
        String pointer = timestamp.pointer();
        if (pointer == null) {
            return request;
        }
        DraftBody body = DraftBody.given(request.body());
        boolean isNumber = timestamp.unit() != TimestampUnit.RFC3339;
        body.put(pointer, isNumber ? LongNode.valueOf(Long.parseLong(moment)) : TextNode.valueOf(moment));
        return new ProviderRequest(request.url(), request.publicUrl(), request.headers(), body.bytes());
    }

    private ProviderRequest together(
            ProviderRequest request, TimestampRule timestamp, String moment, String signature) {
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
