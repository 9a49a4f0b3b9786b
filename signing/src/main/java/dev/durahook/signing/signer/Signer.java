package dev.durahook.signing.signer;

import java.time.Instant;
import java.util.Optional;

/** Signs requests as one provider does. */
@FunctionalInterface
public interface Signer {

    /** The number of bytes in a generated secret. */
    int SECRET = 32;

    /**
     * Signs a request and returns the request to be sent.
     *
     * @param request the request without a signature; its body is the event as its handlers read it, which the provider
     *     may pack or encrypt
     * @param secret the secret that provider and receiver share, or the private key of the provider
     * @param now the moment of sending
     * @throws IllegalArgumentException if the provider could not send such a request; the message quotes no secret
     */
    ProviderRequest sign(ProviderRequest request, String secret, Instant now);

    /** The media type of signed requests, unless the test sets another one. */
    default String mediaType() {
        return "application/json";
    }

    /** Whether this signer needs {@code ProviderKeys}, because the receiver fetches the key from the provider. */
    default boolean needsProviderKeys() {
        return false;
    }

    /** A new secret such as the provider could give its customer. */
    default String makeSecret() {
        return Digests.hex(Nonce.bytes(SECRET));
    }

    /**
     * The body of a small event, if the provider's events must contain more than an id and a type in JSON.
     *
     * @param unique a text that no other event contains
     */
    default Optional<String> event(String unique) {
        return Optional.empty();
    }
}
