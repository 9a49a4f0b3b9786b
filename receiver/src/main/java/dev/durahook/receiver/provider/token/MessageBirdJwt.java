package dev.durahook.receiver.provider.token;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.provider.content.Hashes;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.signature.HeaderElements;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.Freshness;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verifier.VerifierInputs;
import java.time.Instant;

/**
 * Verifies MessageBird's signed tokens, which contain hashes of the URL and the body.
 *
 * @param secrets the signing keys
 * @param freshness the allowed difference between the clocks; the token itself says when it expires
 */
record MessageBirdJwt(Secrets secrets, Freshness freshness) implements Check {

    static final String HEADER = "MessageBird-Signature-JWT";

    MessageBirdJwt(VerifierInputs inputs) {
        this(inputs.secrets(), inputs.freshness());
    }

    @Override
    public int secretOf(Delivery delivery) throws NotVerifiedException {
        Jwt token = Jwt.of(HeaderElements.single(delivery.headers(), HEADER));
        int secret = token.secretOf(secrets);
        if (!token.text("iss").filter("MessageBird"::equals).isPresent()) {
            throw Rejections.mismatch("the token's issuer is not MessageBird");
        }
        checkTime(token);
        TokenHash.check(token, "url_hash", Hashes.utf8(delivery.url()));
        TokenHash.checkBody(token, delivery.body());
        return secret;
    }

    private void checkTime(Jwt token) throws NotVerifiedException {
        Instant now = freshness.clock().instant();
        Instant begin = token.notBefore().orElseThrow(() -> Rejections.missing("nbf of the token"));
        Instant end = token.expiresAt().orElseThrow(() -> Rejections.missing("exp of the token"));
        if (now.plus(freshness.tolerance()).isBefore(begin)) {
            throw new NotVerifiedException(Rejection.TIMESTAMP_OUT_OF_TOLERANCE, "the token is not valid yet");
        }
        if (now.minus(freshness.tolerance()).isAfter(end)) {
            throw new NotVerifiedException(Rejection.TIMESTAMP_OUT_OF_TOLERANCE, "the token has expired");
        }
    }
}
