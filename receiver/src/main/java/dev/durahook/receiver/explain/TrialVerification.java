package dev.durahook.receiver.explain;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.signing.SigningMethod;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.receiver.verification.Verification;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Verifies a delivery with a given secret, without regard to the age of its timestamp. */
@FunctionalInterface
interface TrialVerification {

    Duration ANY_AGE = Duration.ofDays(100_000);

    /** Trials fetch no keys and trust no certificates. */
    ExternalKeys NOWHERE = new ExternalKeys(
            (address, json) -> {
                throw new IOException("trials fetch no keys");
            },
            (chain, at) -> {
                throw new GeneralSecurityException("trials trust no certificates");
            });

    /** The verification with this secret. */
    Verification with(String secret);

    /** Whether the delivery is verified with this secret; false if the text is not a valid secret. */
    default boolean accepts(String secret, Delivery delivery) {
        try {
            return with(secret).verify(delivery) instanceof Verified;
        } catch (InvalidRuleException e) {
            return false;
        }
    }

    /** For a source's scheme. Empty if the scheme fetches keys, because trials must not fetch them. */
    static Optional<TrialVerification> of(SigningMethod signing) {
        if (!signing.canBeTried()) {
            return Optional.empty();
        }
        SigningMethod patient = signing.tolerance() == null ? signing : signing.tolerating(ANY_AGE);
        return Optional.of(secret -> {
            List<Secret> only = List.of(signing.secret(secret));
            return patient.verification(() -> only, InstantSource.system(), NOWHERE);
        });
    }

    /** For a rule that differs from the rule of the source's scheme. */
    static TrialVerification of(SignatureRule rule) {
        return of(SigningMethod.of(rule, null, null)).orElseThrow();
    }
}
