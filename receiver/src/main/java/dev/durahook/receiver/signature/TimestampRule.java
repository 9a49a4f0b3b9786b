package dev.durahook.receiver.signature;

import dev.durahook.receiver.delivery.Headers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the signed timestamp is, and how old it may be. It bounds the time in which a captured delivery can be sent
 * again.
 *
 * @param header the header that carries it; of several names the first that was sent counts
 * @param separator what stands between the elements of the header; empty where it holds one value
 * @param prefix what the timestamp's element begins with, such as t=
 * @param pointer where the timestamp is in a signed JSON body, as a JSON pointer such as /webhookTimestamp, instead of in
 *     a header. It is read only after the signature was verified
 * @param unit how it is written: seconds or milliseconds since 1970, or rfc3339
 * @param tolerance how far the timestamp may lie in the past or in the future
 */
public record TimestampRule(
        @DefaultValue List<String> header,
        @DefaultValue("") String separator,
        @DefaultValue("") String prefix,
        @Nullable String pointer,
        @DefaultValue("seconds") TimestampUnit unit,
        @DefaultValue("5m") Duration tolerance) {

    public TimestampRule {
        header = List.copyOf(header);
        if (header.isEmpty() == (pointer == null)) {
            throw new InvalidRuleException("must say one of header and pointer: where the timestamp is");
        }
        if (pointer != null && !(separator.isEmpty() && prefix.isEmpty())) {
            throw new InvalidRuleException("has a separator or a prefix, which only a header has: remove it");
        }
        if (tolerance.isNegative() || tolerance.isZero()) {
            throw new InvalidRuleException("has a tolerance of nothing: use a duration such as 5m");
        }
    }

    /** The same place with another tolerance. */
    public TimestampRule tolerating(Duration other) {
        return new TimestampRule(header, separator, prefix, pointer, unit, other);
    }

    /** The timestamp as it was written, which is what is signed. */
    String read(Headers headers, Instant now) throws NotVerifiedException {
        List<String> sent = new HeaderElements(header, separator, prefix).read(headers, Rejection.TIMESTAMP_MISSING);
        if (sent.size() > 1) {
            throw new NotVerifiedException(Rejection.SIGNATURE_MALFORMED, "there is more than one timestamp");
        }
        checkAge(sent.get(0), now);
        return sent.get(0);
    }

    /** Whether the timestamp is in the body, so that it can be read only after the body was verified. */
    public boolean isInBody() {
        return pointer != null;
    }

    /**
     * Lets pass a timestamp of this rule's form that is near enough.
     *
     * @throws NotVerifiedException if it is of another form, too old, or lies ahead
     */
    public void checkAge(String text, Instant now) throws NotVerifiedException {
        Instant signed = unit.parse(text)
                .orElseThrow(() -> new NotVerifiedException(
                        Rejection.SIGNATURE_MALFORMED, "the timestamp is not of the form " + unit));
        new Freshness(tolerance, () -> now).check(signed);
    }
}
