package dev.durahook.receiver.signature;

import dev.durahook.receiver.delivery.Delivery;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A header's value as part of the signed content.
 *
 * <p>It must not contain what delimits it. Otherwise {@code a.b} + {@code c} and {@code a} + {@code b.c} are the same
 * content with the same signature, and a captured delivery could be sent again as another one: <a
 * href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 * Webhooks</a> forbids a full stop in an id for that reason.
 *
 * @param names the header's names, of which the first that was sent counts
 * @param delimiter the text that follows it in the signed content; empty if none does
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
                            + "', which delimits it in what is signed");
        }
        // Servers read headers as ISO 8859-1: writing them the same way gives the bytes that were sent.
        return value.getBytes(StandardCharsets.ISO_8859_1);
    }
}
