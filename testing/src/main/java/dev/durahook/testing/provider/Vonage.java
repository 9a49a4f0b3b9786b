package dev.durahook.testing.provider;

import java.time.Instant;
import java.util.Map;

/** Sends a bearer token that contains the hash of the body. */
final class Vonage implements Signer {

    @Override
    public Request sign(Request request, String secret, Instant now) {
        Map<String, Object> claims = Map.of(
                "iss", "Vonage",
                "iat", now.getEpochSecond(),
                "jti", Token.id(),
                "payload_hash", Digests.sha256(request.body()));
        return request.with("Authorization", "Bearer " + Token.hs256(secret, claims));
    }
}
