package dev.durahook.receiver.provider.content;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.signature.HeaderElements;
import dev.durahook.receiver.verification.NotVerifiedException;

/**
 * Describes the content that a provider signs, for an operator who compares it with what the sender signed. Secrets are
 * never shown.
 */
@FunctionalInterface
public interface Description {

    /** For tokens with a hash of the body. */
    Description HASH_OF_BODY = delivery -> "a token that names the SHA-256 of <body>";

    /** The signed content with values from the delivery. The body and the secret appear only by name. */
    String of(Delivery delivery) throws NotVerifiedException;

    /** A description that is the same for each delivery. */
    static Description fixed(String text) {
        return delivery -> text;
    }

    /** This description followed by the value of a header. */
    default Description and(String header) {
        return delivery -> of(delivery) + HeaderElements.single(delivery.headers(), header);
    }
}
