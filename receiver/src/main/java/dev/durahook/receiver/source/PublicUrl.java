package dev.durahook.receiver.source;

import dev.durahook.connection.secret.InvisibleCharacter;
import dev.durahook.receiver.configuration.SourceKeys;
import dev.durahook.receiver.signing.SigningMethod;
import dev.durahook.receiver.verification.Verification;
import org.jspecify.annotations.Nullable;

/**
 * The URL of a source as it was entered at the sender. The URL in a request depends on proxies in front of the receiver
 * and on the sender, so it can't be trusted.
 *
 * @param declared the source's public-url
 */
record PublicUrl(SourceKeys keys, @Nullable String declared) {

    /** A verification with the declared URL instead of the request's, if the URL is signed. */
    Verification of(Verification verification, SigningMethod signing) {
        if (!signing.signsUrl()) {
            checkUnused();
            return verification;
        }
        String url = checked();
        return delivery -> verification.verify(signing.at(delivery, url));
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
