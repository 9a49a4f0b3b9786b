package dev.durahook.testing.provider;

import java.time.Instant;
import java.util.Optional;

/** Signs requests as one provider does. */
@FunctionalInterface
public interface Signer {

    /** How many bytes a secret has that is made up. */
    int SECRET = 32;

    /**
     * The request as it is sent.
     *
     * @param request the request without a signature; its body is the event as its handlers read it, which the provider
     *     may pack or encrypt
     * @param secret what provider and receiver share, or what the provider signs with
     * @param now the moment of sending
     * @throws IllegalArgumentException if the provider could not send that; the message quotes no secret
     */
    Request sign(Request request, String secret, Instant now);

    /** The media type of what is signed, unless the sender says another. */
    default String mediaType() {
        return "application/json";
    }

    /** Whether it signs with {@link ProviderKeys}, because the receiver fetches the key from the provider. */
    default boolean needsProviderKeys() {
        return false;
    }

    /** A secret that the provider could have given its customer; another one each time. */
    default String makeSecret() {
        return Digests.hex(Nonce.bytes(SECRET));
    }

    /**
     * The body of a small event, if no JSON with id and type alone is one.
     *
     * @param unique a text that no other event holds
     */
    default Optional<String> event(String unique) {
        return Optional.empty();
    }
}
