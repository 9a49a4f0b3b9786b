package dev.durahook.signing.keys;

import dev.durahook.signing.signer.Digests;
import dev.durahook.signing.signer.JsonWebToken;
import dev.durahook.signing.signer.Nonce;
import dev.durahook.signing.signer.ProviderRequest;
import dev.durahook.signing.signer.Signer;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Sends a token that contains the hash of the body. The receiver fetches the key of the token's signature by the key's
 * name.
 *
 * @param keys the keys of Plaid, made up for the test
 */
public record PlaidSigner(Supplier<ProviderKeys> keys) implements Signer {

    @Override
    public ProviderRequest sign(ProviderRequest request, String credential, Instant now) {
        ProviderKeys plaid = keys.get();
        String token = JsonWebToken.of(
                Map.of("alg", "ES256", "kid", plaid.tokenKeyId(), "typ", "JWT"),
                Map.of("iat", now.getEpochSecond(), "request_body_sha256", Digests.sha256(request.body())),
                plaid::signToken);
        return request.with("Plaid-Verification", token);
    }

    @Override
    public boolean needsProviderKeys() {
        return true;
    }

    @Override
    public String makeSecret() {
        return "client:" + Digests.hex(Nonce.bytes(SECRET));
    }
}
