package dev.durahook.receiver.source;

import dev.durahook.receiver.configuration.SourceKeys;
import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.signing.SigningMethod;
import dev.durahook.receiver.verification.Verification;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Creates the verifications of sources. */
final class VerificationFactory {

    private final InstantSource clock;

    VerificationFactory(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The verification of a source.
     *
     * @param signing how the source's scheme signs; if it is unsigned, every delivery passes
     * @param secrets the source's secrets
     * @param externalKeys fetches the source's keys
     */
    Verification of(
            SourceKeys keys,
            SourceProperties declared,
            SigningMethod signing,
            Secrets secrets,
            ExternalKeys externalKeys) {
        checkGuard(keys, declared, signing);
        SigningMethod tolerant = tolerant(keys, declared.tolerance(), signing);
        Verification verification = keys.checking(
                declared.customKey() + "." + signing.key(), () -> tolerant.verification(secrets, clock, externalKeys));
        return new PublicUrl(keys, declared.publicUrl()).of(verification, tolerant);
    }

    // The key guarded-by must be there if, and only if, the scheme can't verify its sender.
    private static void checkGuard(SourceKeys keys, SourceProperties declared, SigningMethod signing) {
        boolean needed = signing.needsGuard();
        if (needed && declared.guardedBy() == null) {
            throw keys.invalid(
                    "guarded-by",
                    "is missing: the scheme can't verify its sender; protect this source with mutual TLS, a list"
                            + " of the sender's"
                            + " addresses or a URL that only the sender knows, and set mutual-tls, address-list"
                            + " or secret-url");
        }
        if (!needed && declared.guardedBy() != null) {
            throw keys.invalid("guarded-by", "has no effect, because the scheme verifies its sender: remove it");
        }
    }

    private static SigningMethod tolerant(SourceKeys keys, @Nullable Duration tolerance, SigningMethod signing) {
        return tolerance == null ? signing : keys.checking("tolerance", () -> signing.tolerating(tolerance));
    }
}
