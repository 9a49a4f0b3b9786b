package dev.durahook.receiver.signature;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The value of a header within the signed content.
 *
 * <p>The value must not contain the text that follows it in the template. Otherwise {@code a.b} + {@code c} and {@code
 * a} + {@code b.c} would be the same content with the same signature, and a captured delivery could be sent again as
 * another one. For this reason <a
 * href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 * Webhooks</a> forbids full stops in an id.
 *
 * @param names names of the header; the first one that was sent is used
 * @param delimiter the literal text after the value in the template; may be empty
 */
record SignedHeader(List<String> names, String delimiter) implements SignedContent.Piece {

    /** The literal text at the beginning of the rest of a template. */
    static String delimiter(String following) {
        int next = following.indexOf('{');
        return next < 0 ? following : following.substring(0, next);
    }

    @Override
    public byte[] of(Delivery delivery, String timestamp, Secret secret) throws NotVerifiedException {
        String value = new HeaderElements(names, "", "")
                .read(delivery.headers(), Rejection.SIGNATURE_MISSING)
                .get(0);
        if (!delimiter.isEmpty() && value.contains(delimiter)) {
            throw new NotVerifiedException(
                    Rejection.SIGNATURE_MALFORMED,
                    "header " + String.join(" or ", names) + " contains '" + delimiter
                            + "', which separates it from the next part of the signed content");
        }
        // Servers decode headers as ISO 8859-1, so encoding them the same way gives the bytes that were sent.
        return value.getBytes(StandardCharsets.ISO_8859_1);
    }
}
