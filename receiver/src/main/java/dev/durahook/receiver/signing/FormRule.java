package dev.durahook.receiver.signing;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.FormEncoding;
import dev.durahook.receiver.verification.Verdict;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.receiver.verification.Verification;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a sender wraps the JSON of an event in a form, if it is configured to send forms. The event's body is then the
 * decoded value of the form's only field. Other forms stay unchanged.
 *
 * <p>A form is recognised by its bytes, because the Content-Type header is not signed. JSON never begins with a name
 * and an equals sign, so JSON can't be mistaken for a form.
 *
 * @param field the name of the field
 * @param signed whether the signature covers the field's value instead of the form
 */
public record FormRule(
        @Nullable String field, @DefaultValue("false") boolean signed) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,50}");

    /**
     * Checks the name of the field.
     *
     * @throws InvalidRuleException if the name is missing, is longer than 50 characters, or has other characters than
     *     letters, digits, hyphens and underscores
     */
    public FormRule {
        if (field == null || !NAME.matcher(field).matches()) {
            throw new InvalidRuleException("must have a field of 1 to 50 letters, digits, hyphens and underscores");
        }
    }

    /** The same verification, whose verdict contains the delivery with the field's value as its body. */
    Verification around(Verification verification) {
        return signed ? delivery -> ofValue(verification, delivery) : delivery -> ofForm(verification, delivery);
    }

    /** The delivery with the signed content as its body. */
    Delivery signedOf(Delivery delivery) {
        return signed ? value(delivery).orElse(delivery) : delivery;
    }

    private Verdict ofValue(Verification verification, Delivery delivery) {
        Optional<Delivery> value = value(delivery);
        return unpacked(verification.verify(value.orElse(delivery)), () -> value);
    }

    private Verdict ofForm(Verification verification, Delivery delivery) {
        return unpacked(verification.verify(delivery), () -> value(delivery));
    }

    private static Verdict unpacked(Verdict verdict, Supplier<Optional<Delivery>> value) {
        return verdict instanceof Verified verified
                ? value.get().map(verified::unpacking).orElse(verified)
                : verdict;
    }

    private Optional<Delivery> value(Delivery delivery) {
        byte[] body = delivery.body();
        byte[] begin = (field + "=").getBytes(StandardCharsets.US_ASCII);
        if (body.length <= begin.length || !Arrays.equals(body, 0, begin.length, begin, 0, begin.length)) {
            return Optional.empty();
        }
        String encoded = FormEncoding.encoded(Arrays.copyOfRange(body, begin.length, body.length));
        return encoded.indexOf('&') < 0
                ? decoded(encoded).map(value -> delivery.carrying(value, "application/json"))
                : Optional.empty();
    }

    private static Optional<byte[]> decoded(String encoded) {
        try {
            return Optional.of(FormEncoding.decoded(encoded).getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
