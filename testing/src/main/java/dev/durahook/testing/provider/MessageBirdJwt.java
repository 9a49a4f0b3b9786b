package dev.durahook.testing.provider;

import java.time.Instant;
import java.util.Map;

/** Sends a token that contains the hashes of the URL and of the body. */
final class MessageBirdJwt implements Signer {

    private static final long VALID = 60;

    @Override
    public Request sign(Request request, String secret, Instant now) {
        Map<String, Object> claims = Map.of(
                "iss", "MessageBird",
                "nbf", now.getEpochSecond(),
                "exp", now.getEpochSecond() + VALID,
                "jti", Token.id(),
                "url_hash", Digests.sha256(Digests.utf8(request.addressed())),
                "payload_hash", Digests.sha256(request.body()));
        return request.with("MessageBird-Signature-JWT", Token.hs256(secret, claims));
    }
}
