package dev.durahook.signing;

import dev.durahook.receiver.provider.Mechanism;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.source.Scheme;
import dev.durahook.signing.keys.ProviderKeys;
import dev.durahook.signing.provider.ProviderSigners;
import dev.durahook.signing.rule.RuleSigner;
import dev.durahook.signing.signer.Signer;
import java.util.function.Supplier;

/** Finds the signer of a scheme. */
final class SchemeSigners {

    private static final Signer NOBODY = (request, secret, now) -> request;

    private SchemeSigners() {}

    /** The signer of a scheme, without keys of a provider. */
    static Signer of(Scheme scheme) {
        return of(scheme, () -> {
            throw new UnsupportedOperationException(scheme.provider()
                    + " signs with a key of its own that the receiver fetches from it: in a test, sign with"
                    + " signedWith(secret, ProviderKeys) and let the receiver fetch those");
        });
    }

    static Signer of(Scheme scheme, Supplier<ProviderKeys> keys) {
        SignatureRule rule = scheme.signature();
        if (rule != null) {
            return new RuleSigner(rule);
        }
        Mechanism mechanism = scheme.verifier();
        return mechanism == null ? NOBODY : new SecretCheckingSigner(mechanism, ProviderSigners.of(mechanism, keys));
    }
}
