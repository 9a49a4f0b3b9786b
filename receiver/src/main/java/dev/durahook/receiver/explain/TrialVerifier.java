package dev.durahook.receiver.explain;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.json.BodyTimestamp;
import dev.durahook.receiver.keys.ExternalKeys;
import dev.durahook.receiver.provider.Mechanism;
import dev.durahook.receiver.provider.VerifierInputs;
import dev.durahook.receiver.signature.Freshness;
import dev.durahook.receiver.signature.InvalidRuleException;
import dev.durahook.receiver.signature.Secret;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.signature.Verdict.Verified;
import dev.durahook.receiver.signature.Verifier;
import dev.durahook.receiver.source.RevealedSource;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Verifies a delivery with a given secret, without regard to the age of its timestamp. */
@FunctionalInterface
interface TrialVerifier {

    Duration ANY_AGE = Duration.ofDays(100_000);

    /** Trials fetch no keys and trust no certificates. */
    ExternalKeys NOWHERE = new ExternalKeys(
            (address, json) -> {
                throw new IOException("trials fetch no keys");
            },
            (chain, at) -> {
                throw new GeneralSecurityException("trials trust no certificates");
            });

    /** The verifier for this secret. */
    Verifier with(String secret);

    /** Whether the delivery is verified with this secret; false if the text is not a valid secret. */
    default boolean accepts(String secret, Delivery delivery) {
        try {
            return with(secret).verify(delivery) instanceof Verified;
        } catch (InvalidRuleException e) {
            return false;
        }
    }

    /** For a source's scheme. Empty if the scheme fetches keys, because trials must not fetch them. */
    static Optional<TrialVerifier> of(RevealedSource open) {
        Optional<TrialVerifier> ofRule = Optional.ofNullable(open.rule()).map(TrialVerifier::of);
        return ofRule.or(() -> Optional.ofNullable(open.mechanism())
                .filter(mechanism -> !mechanism.fetchesKeys())
                .map(TrialVerifier::of));
    }

    static TrialVerifier of(SignatureRule rule) {
        SignatureRule patient = rule.timestamp() == null ? rule : rule.tolerating(ANY_AGE);
        return of(
                rule::secret, secret -> BodyTimestamp.verifier(patient, () -> List.of(secret), InstantSource.system()));
    }

    static TrialVerifier of(Mechanism mechanism) {
        Freshness patient = new Freshness(ANY_AGE, InstantSource.system());
        return of(
                mechanism::secret,
                secret -> mechanism.verifier(new VerifierInputs(() -> List.of(secret), patient, NOWHERE)));
    }

    private static TrialVerifier of(Function<String, Secret> form, Function<Secret, Verifier> verifier) {
        return text -> verifier.apply(form.apply(text));
    }
}
