package dev.durahook.receiver.source;

import dev.durahook.connection.secret.InvisibleCharacter;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.signature.Verifier;
import org.jspecify.annotations.Nullable;

/**
 * The URL of a source as its sender knows it. What a request says of its own URL depends on the proxies before us, and
 * on who sends it.
 *
 * @param declared the source's public-url
 */
record PublicUrl(SourceKeys keys, @Nullable String declared) {

    /** A verifier to which every delivery comes at this URL, where the URL is signed. */
    Verifier of(Verifier verifier, boolean isSigned) {
        if (!isSigned) {
            checkUnused();
            return verifier;
        }
        String url = checked();
        return delivery -> verifier.verify(delivery.at(url));
    }

    /** The same for senders that add parameters of their own: the query, which is signed as well, is the request's. */
    Verifier withQueryOf(Verifier verifier, boolean isSigned) {
        if (!isSigned) {
            checkUnused();
            return verifier;
        }
        String url = checked();
        return delivery -> verifier.verify(withItsQuery(delivery, url));
    }

    /** The delivery at a declared URL, with the query that it came with. */
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
                    "is missing: the scheme signs the URL; write it exactly as it was entered at the sender");
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
