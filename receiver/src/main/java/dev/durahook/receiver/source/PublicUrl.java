package dev.durahook.receiver.source;

import dev.durahook.connection.secret.InvisibleCharacter;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.signature.Verifier;
import org.jspecify.annotations.Nullable;

/**
 * The URL of a source as it was entered at the sender. The URL in a request depends on proxies in front of the receiver
 * and on the sender, so it can't be trusted.
 *
 * @param declared the source's public-url
 */
record PublicUrl(SourceKeys keys, @Nullable String declared) {

    /** A verifier that uses the declared URL instead of the request's, if the URL is signed. */
    Verifier of(Verifier verifier, boolean isSigned) {
        if (!isSigned) {
            checkUnused();
            return verifier;
        }
        String url = checked();
        return delivery -> verifier.verify(delivery.at(url));
    }

    /**
     * The same for senders that add query parameters: the query is taken from the request, because it is signed too.
     */
    Verifier withQueryOf(Verifier verifier, boolean isSigned) {
        if (!isSigned) {
            checkUnused();
            return verifier;
        }
        String url = checked();
        return delivery -> verifier.verify(withItsQuery(delivery, url));
    }

    /** The delivery with the declared URL and its own query. */
    static Delivery withItsQuery(Delivery delivery, String declared) {
        int question = declared.indexOf('?');
        return delivery.at((question < 0 ? declared : declared.substring(0, question)) + query(delivery.url()));
    }

    private static String query(String url) {
        int question = url.indexOf('?');
        return question < 0 ? "" : url.substring(question);
    }

    private String checked() {
        if (declared == null || !declared.matches("https?://.+")) {
            throw keys.invalid(
                    "public-url",
                    "must be an http:// or https:// URL, because the scheme signs it; write it exactly as it was"
                            + " entered at the sender");
        }
        InvisibleCharacter.in(declared).ifPresent(character -> {
            throw keys.invalid("public-url", character.problem());
        });
        return declared;
    }

    private void checkUnused() {
        if (declared != null) {
            throw keys.invalid("public-url", "has no effect, because the scheme does not sign the URL: remove it");
        }
    }
}
