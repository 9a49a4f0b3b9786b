package dev.durahook.testing;

import dev.durahook.receiver.provider.ProviderVerifier;
import dev.durahook.receiver.scheme.Scheme;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.verifier.Verifier;
import dev.durahook.testing.provider.ProviderKeys;
import dev.durahook.testing.provider.ProviderSigners;
import dev.durahook.testing.provider.Signer;
import java.util.function.Supplier;

/** Finds the signer of a scheme. */
final class Signers {

    private static final Signer NOBODY = (request, secret, now) -> request;

    private Signers() {}

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
            return new Signing(rule);
        }
        Verifier verifier = scheme.verifier();
        return verifier == null ? NOBODY : new Checked(verifier, signer(verifier, keys));
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
