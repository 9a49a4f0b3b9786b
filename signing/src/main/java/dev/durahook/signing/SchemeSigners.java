package dev.durahook.signing;

import dev.durahook.receiver.provider.ProviderVerifier;
import dev.durahook.receiver.scheme.Scheme;
import dev.durahook.receiver.signing.FormRule;
import dev.durahook.receiver.signing.SigningMethod;
import dev.durahook.receiver.verifier.Verifier;
import dev.durahook.signing.keys.ProviderKeys;
import dev.durahook.signing.provider.ProviderSigners;
import dev.durahook.signing.rule.FormSigner;
import dev.durahook.signing.rule.RuleSigner;
import dev.durahook.signing.signer.Signer;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the signer of a scheme. */
final class SchemeSigners {

    private static final Signer UNSIGNED = (request, secret, now) -> request;

    private SchemeSigners() {}

    /** The signer of a scheme, without keys of a provider. */
    static Signer of(Scheme scheme) {
        return of(scheme, () -> {
            throw new UnsupportedOperationException(scheme.provider()
                    + " signs with a key of its own that the receiver fetches from it: in a test, sign with"
                    + " signedWith(secret, ProviderKeys) and let the receiver fetch those keys");
        });
    }

    /**
     * The signer of a scheme.
     *
     * @param keys the keys of providers from which the receiver fetches keys
     * @throws IllegalArgumentException if a class of the application verifies the scheme
     */
    static Signer of(Scheme scheme, Supplier<ProviderKeys> keys) {
        SigningMethod signing = scheme.signing();
        Verifier verifier = scheme.verifier();
        return verifier == null
                ? signing.rule()
                        .map(rule -> signer(new RuleSigner(rule), scheme.form()))
                        .orElse(UNSIGNED)
                : new SecretCheckingSigner(signing, signer(verifier, keys));
    }

    private static Signer signer(RuleSigner signer, @Nullable FormRule form) {
        return form != null && form.signed() ? new FormSigner(Objects.requireNonNull(form.field()), signer) : signer;
    }

    private static Signer signer(Verifier verifier, Supplier<ProviderKeys> keys) {
        if (verifier instanceof ProviderVerifier known) {
            return ProviderSigners.of(known, keys);
        }
        throw new IllegalArgumentException("the verifier " + verifier.name()
                + " is a class of your application, which this kit can't sign for: add the headers that the sender"
                + " would add, with withHeader(name, value) and unsigned()");
    }
}
