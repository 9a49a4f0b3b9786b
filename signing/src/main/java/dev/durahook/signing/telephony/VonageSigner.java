package dev.durahook.signing.telephony;

import dev.durahook.signing.signer.Digests;
import dev.durahook.signing.signer.JsonWebToken;
import dev.durahook.signing.signer.ProviderRequest;
import dev.durahook.signing.signer.Signer;
import java.time.Instant;
import java.util.Map;

/** Sends a bearer token that contains the hash of the body. */
public final class VonageSigner implements Signer {

    @Override
    public ProviderRequest sign(ProviderRequest request, String secret, Instant now) {
        Map<String, Object> claims = Map.of(
                "iss", "Vonage",
                "iat", now.getEpochSecond(),
                "jti", JsonWebToken.id(),
                "payload_hash", Digests.sha256(request.body()));
        return request.with("Authorization", "Bearer " + JsonWebToken.hs256(secret, claims));
    }
}
