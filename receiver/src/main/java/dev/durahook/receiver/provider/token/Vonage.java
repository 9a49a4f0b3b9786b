package dev.durahook.receiver.provider.token;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.signature.HeaderElements;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.Freshness;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verifier.VerifierInputs;

/**
 * Verifies Vonage's bearer tokens, which contain a hash of the body.
 *
 * @param secrets the signature secrets
 * @param freshness how old the token may be
 */
record Vonage(Secrets secrets, Freshness freshness) implements Check {

    static final String HEADER = "Authorization";

    private static final String SCHEME = "Bearer";

    Vonage(VerifierInputs inputs) {
        this(inputs.secrets(), inputs.freshness());
    }

    @Override
    public int secretOf(Delivery delivery) throws NotVerifiedException {
        Jwt token = Jwt.of(HeaderElements.credentials(delivery.headers(), SCHEME));
        Rejections.requireBody(delivery.body());
        int secret = token.secretOf(secrets);
        freshness.check(token.issuedAt().orElseThrow(() -> Rejections.missing("iat of the token")));
        TokenHash.checkBody(token, delivery.body());
        return secret;
    }
}
