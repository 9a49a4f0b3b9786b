package dev.durahook.signing;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.signing.SigningMethod;
import dev.durahook.signing.signer.ProviderRequest;
import dev.durahook.signing.signer.Signer;
import java.time.Instant;
import java.util.Optional;

/**
 * Signs only with a secret that the receiver would accept as a secret of the provider.
 *
 * @param signing how the provider's scheme signs, which tells how the receiver reads a secret
 * @param signer how the provider signs
 */
record SecretCheckingSigner(SigningMethod signing, Signer signer) implements Signer {

    @Override
    public ProviderRequest sign(ProviderRequest request, String secret, Instant now) {
        check(secret);
        return signer.sign(request, secret, now);
    }

    @Override
    public String mediaType() {
        return signer.mediaType();
    }

    @Override
    public boolean needsProviderKeys() {
        return signer.needsProviderKeys();
    }

    @Override
    public String makeSecret() {
        return signer.makeSecret();
    }

    @Override
    public Optional<String> event(String unique) {
        return signer.event(unique);
    }

    private void check(String secret) {
        try {
            signing.secret(secret);
        } catch (InvalidRuleException e) {
            throw new IllegalArgumentException("the secret " + e.problem());
        }
    }
}
