package dev.durahook.signing.telephony;

import dev.durahook.signing.signer.Digests;
import dev.durahook.signing.signer.JsonWebToken;
import dev.durahook.signing.signer.ProviderRequest;
import dev.durahook.signing.signer.Signer;
import java.time.Instant;
import java.util.Map;

/** Sends a token that contains the hashes of the URL and of the body. */
public final class MessageBirdJwtSigner implements Signer {

    private static final long VALID = 60;

    @Override
    public ProviderRequest sign(ProviderRequest request, String secret, Instant now) {
        Map<String, Object> claims = Map.of(
                "iss", "MessageBird",
                "nbf", now.getEpochSecond(),
                "exp", now.getEpochSecond() + VALID,
                "jti", JsonWebToken.id(),
                "url_hash", Digests.sha256(Digests.utf8(request.addressed())),
                "payload_hash", Digests.sha256(request.body()));
        return request.with("MessageBird-Signature-JWT", JsonWebToken.hs256(secret, claims));
    }
}
