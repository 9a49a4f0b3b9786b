package dev.durahook.receiver.explain;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.json.BodyTimestamp;
import dev.durahook.receiver.keys.Outside;
import dev.durahook.receiver.provider.Mechanism;
import dev.durahook.receiver.provider.Parts;
import dev.durahook.receiver.signature.Freshness;
import dev.durahook.receiver.signature.InvalidRuleException;
import dev.durahook.receiver.signature.Secret;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.signature.Verdict.Verified;
import dev.durahook.receiver.signature.Verifier;
import dev.durahook.receiver.source.OpenSource;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A way to verify a delivery by a secret. How old its timestamp is does not count. */
@FunctionalInterface
interface Way {

    Duration ANY_AGE = Duration.ofDays(100_000);

    /** Whoever only guesses fetches nothing. */
    Outside NOWHERE = new Outside(
            (address, json) -> {
                throw new IOException("nothing is fetched for a trial");
            },
            (chain, at) -> {
                throw new GeneralSecurityException("nobody is trusted in a trial");
            });

    /** The verifier with this secret. */
    Verifier with(String secret);

    /** Whether a delivery is genuine by this secret; a text that can't be one makes none genuine. */
    default boolean accepts(String secret, Delivery delivery) {
        try {
            return with(secret).verify(delivery) instanceof Verified;
        } catch (InvalidRuleException e) {
            return false;
        }
    }

    /** That of a source's scheme; none where keys are fetched, which is done once: for the verdict. */
    static Optional<Way> of(OpenSource open) {
        Optional<Way> ofRule = Optional.ofNullable(open.rule()).map(Way::of);
        return ofRule.or(() -> Optional.ofNullable(open.mechanism())
                .filter(mechanism -> !mechanism.fetchesKeys())
                .map(Way::of));
    }

    static Way of(SignatureRule rule) {
        SignatureRule patient = rule.timestamp() == null ? rule : rule.tolerating(ANY_AGE);
        return of(
                rule::secret, secret -> BodyTimestamp.verifier(patient, () -> List.of(secret), InstantSource.system()));
    }

    static Way of(Mechanism mechanism) {
        Freshness patient = new Freshness(ANY_AGE, InstantSource.system());
        return of(mechanism::secret, secret -> mechanism.verifier(new Parts(() -> List.of(secret), patient, NOWHERE)));
    }

    private static Way of(Function<String, Secret> form, Function<Secret, Verifier> verifier) {
        return text -> verifier.apply(form.apply(text));
    }
}
