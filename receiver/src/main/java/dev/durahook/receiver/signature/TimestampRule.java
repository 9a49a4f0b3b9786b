package dev.durahook.receiver.signature;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.verification.Freshness;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Describes a signed timestamp: where it is, how it is written, and how old it may be. The age limits how long a
 * captured delivery can be sent again.
 *
 * @param header the header that carries the timestamp; of several names, the first that was sent is used
 * @param separator separates the elements of the header; empty if it holds one value
 * @param prefix the beginning of the timestamp's element, such as t=
 * @param pointer the timestamp's place in a signed JSON body, as a JSON pointer such as /webhookTimestamp, if it is not
 *     in a header. It is read only after the signature was verified
 * @param unit how the timestamp is written: seconds or milliseconds since 1970, or rfc3339
 * @param tolerance how far the timestamp may lie in the past or in the future
 */
public record TimestampRule(
        @DefaultValue List<String> header,
        @DefaultValue("") String separator,
        @DefaultValue("") String prefix,
        @Nullable String pointer,
        @DefaultValue("seconds") TimestampUnit unit,
        @DefaultValue("5m") Duration tolerance) {

    /**
     * Checks the rule.
     *
     * @throws InvalidRuleException if the keys contradict one another, or the tolerance is not above zero
     */
    public TimestampRule {
        header = List.copyOf(header);
        if (header.isEmpty() == (pointer == null)) {
            throw new InvalidRuleException("must have either header or pointer, to say where the timestamp is");
        }
        if (pointer != null && !(separator.isEmpty() && prefix.isEmpty())) {
            throw new InvalidRuleException(
                    "has a pointer and a separator or prefix, which are for headers only: remove the separator"
                            + " and the prefix");
        }
        if (tolerance.isNegative() || tolerance.isZero()) {
            throw new InvalidRuleException("must have a tolerance above zero: use a duration such as 5m");
        }
    }

    /** The same rule with another tolerance. */
    public TimestampRule tolerating(Duration other) {
        return new TimestampRule(header, separator, prefix, pointer, unit, other);
    }

    /** The timestamp's text in the header, which is part of the signed content. */
    String read(Headers headers, Instant now) throws NotVerifiedException {
        List<String> sent = new HeaderElements(header, separator, prefix).read(headers, Rejection.TIMESTAMP_MISSING);
        if (sent.size() > 1) {
            throw new NotVerifiedException(Rejection.SIGNATURE_MALFORMED, "there is more than one timestamp");
        }
        checkAge(sent.get(0), now);
        return sent.get(0);
    }

    /** Whether the timestamp is in the body, and can be read only after the body was verified. */
    public boolean isInBody() {
        return pointer != null;
    }

    /**
     * Checks that a timestamp has this rule's form and is recent.
     *
     * @throws NotVerifiedException if it is malformed, too old, or too far in the future
     */
    public void checkAge(String text, Instant now) throws NotVerifiedException {
        Instant signed = unit.parse(text)
                .orElseThrow(() -> new NotVerifiedException(
                        Rejection.SIGNATURE_MALFORMED,
                        "the timestamp is not in " + unit.name().toLowerCase(Locale.ROOT)));
        new Freshness(tolerance, () -> now).check(signed);
    }
}
