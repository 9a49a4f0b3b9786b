package dev.durahook.receiver.source;

import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.signature.SignatureVerifier;
import dev.durahook.receiver.signature.Verdict.Verified;
import dev.durahook.receiver.signature.Verifier;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Makes the verifiers of sources. */
final class DeclaredVerifiers {

    private final InstantSource clock;

    DeclaredVerifiers(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The verifier of a source.
     *
     * @param rule how its scheme signs; without one, every delivery passes
     */
    Verifier of(SourceKeys keys, SourceProperties declared, @Nullable SignatureRule rule) {
        if (rule == null) {
            return delivery -> Verified.WITHOUT_SIGNATURE;
        }
        SignatureRule tolerant = tolerant(keys, declared.tolerance(), rule);
        Verifier verifier =
                new SignatureVerifier(tolerant, DeclaredSecrets.of(keys, declared, rule::secret, clock), clock);
        return addressed(keys, declared.publicUrl(), rule, verifier);
    }

    private static SignatureRule tolerant(SourceKeys keys, @Nullable Duration tolerance, SignatureRule rule) {
        return tolerance == null ? rule : keys.checking("tolerance", () -> rule.tolerating(tolerance));
    }

    // What a request says of its own URL depends on the proxies before us, and on who sends it.
    private static Verifier addressed(SourceKeys keys, @Nullable String url, SignatureRule rule, Verifier verifier) {
        if (!rule.signsUrl()) {
            checkUnused(keys, url);
            return verifier;
        }
        if (url == null || !url.matches("https?://.+")) {
            throw keys.invalid(
                    "public-url",
                    "is missing: the scheme signs the URL; write it exactly as it was entered at the sender");
        }
        return delivery -> verifier.verify(delivery.at(url));
    }

    private static void checkUnused(SourceKeys keys, @Nullable String url) {
        if (url != null) {
            throw keys.invalid("public-url", "has no effect, because the scheme does not sign the URL: remove it");
        }
    }
}
