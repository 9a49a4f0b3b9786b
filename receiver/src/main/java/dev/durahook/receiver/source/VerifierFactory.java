package dev.durahook.receiver.source;

import dev.durahook.receiver.json.BodyTimestamp;
import dev.durahook.receiver.keys.ExternalKeys;
import dev.durahook.receiver.provider.Mechanism;
import dev.durahook.receiver.provider.VerifierInputs;
import dev.durahook.receiver.signature.Freshness;
import dev.durahook.receiver.signature.InvalidRuleException;
import dev.durahook.receiver.signature.Secrets;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.signature.Verdict.Verified;
import dev.durahook.receiver.signature.Verifier;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Creates the verifiers of sources. */
final class VerifierFactory {

    private final InstantSource clock;
    private final ExternalKeys externalKeys;

    VerifierFactory(InstantSource clock, ExternalKeys externalKeys) {
        this.clock = clock;
        this.externalKeys = externalKeys;
    }

    /**
     * The verifier of a source.
     *
     * @param scheme the source's scheme; if it is unsigned, every delivery passes
     * @param secrets the source's secrets
     */
    Verifier of(SourceKeys keys, SourceProperties declared, Scheme scheme, Secrets secrets) {
        GuardCheck.check(keys, declared, scheme);
        PublicUrl url = new PublicUrl(keys, declared.publicUrl());
        SignatureRule rule = scheme.signature();
        if (rule != null) {
            SignatureRule tolerant = tolerant(keys, declared.tolerance(), rule);
            Verifier verifier =
                    keys.checking("hmac.signature.timestamp", () -> BodyTimestamp.verifier(tolerant, secrets, clock));
            return url.of(unpacking(scheme, verifier), rule.signsUrl());
        }
        Mechanism mechanism = scheme.verifier();
        return mechanism == null
                ? delivery -> Verified.WITHOUT_SIGNATURE
                : url.withQueryOf(
                        mechanism.verifier(
                                new VerifierInputs(secrets, freshness(keys, declared, mechanism), externalKeys)),
                        mechanism.signsUrl());
    }

    private static Verifier unpacking(Scheme scheme, Verifier verifier) {
        FormRule form = scheme.form();
        return form == null ? verifier : form.around(verifier);
    }

    private Freshness freshness(SourceKeys keys, SourceProperties declared, Mechanism mechanism) {
        return keys.checking("tolerance", () -> freshness(mechanism.tolerance(), declared.tolerance()));
    }

    private Freshness freshness(@Nullable Duration usual, @Nullable Duration declared) {
        if (declared == null) {
            return new Freshness(usual == null ? Duration.ZERO : usual, clock);
        }
        if (usual == null) {
            throw new InvalidRuleException("has no effect, because the scheme signs no timestamp: remove it");
        }
        if (declared.isNegative() || declared.isZero()) {
            throw new InvalidRuleException("must be above zero: use a duration such as 5m");
        }
        return new Freshness(declared, clock);
    }

    private static SignatureRule tolerant(SourceKeys keys, @Nullable Duration tolerance, SignatureRule rule) {
        return tolerance == null ? rule : keys.checking("tolerance", () -> rule.tolerating(tolerance));
    }
}
