package dev.durahook.receiver.provider.token;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.keys.FetchedKeys;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.signature.HeaderElements;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.Freshness;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verifier.VerifierInputs;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Verifies Plaid's signed tokens, which contain a hash of the body. The key is fetched by the ID in the token.
 *
 * @param secrets the API credentials with which keys are fetched
 * @param freshness how old the token may be
 * @param keys the fetched keys
 */
record Plaid(Secrets secrets, Freshness freshness, FetchedKeys<String, Plaid.CredentialKey> keys) implements Check {

    static final String HEADER = "Plaid-Verification";

    private static final Pattern KEY_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int SIGNATURE = 64;
    private static final String HASH = "request_body_sha256";

    // A revoked key stays in use for at most this long.
    private static final Duration KEPT = Duration.ofHours(1);

    /**
     * A fetched key.
     *
     * @param key the key
     * @param credential the credential with which it was fetched; the key is valid as long as the credential
     */
    record CredentialKey(ECKey key, Secret credential) {}

    static Check at(String host, VerifierInputs inputs) {
        PlaidKeys fetched = new PlaidKeys(host, inputs);
        return new Plaid(
                inputs.secrets(),
                inputs.freshness(),
                new FetchedKeys<>(fetched, KEPT, inputs.externalKeys().waits()));
    }

    @Override
    public int secretOf(Delivery delivery) throws NotVerifiedException {
        Jwt token = Jwt.of(HeaderElements.single(delivery.headers(), HEADER));
        Rejections.requireBody(delivery.body());
        if (!token.isEs256()) {
            throw Rejections.malformed("the token's algorithm must be ES256");
        }
        if (token.signatureLength() != SIGNATURE) {
            throw Rejections.malformed("the token's signature must have the " + SIGNATURE + " bytes of ES256");
        }
        freshness.check(token.issuedAt().orElseThrow(() -> Rejections.missing("iat of the token")));
        // Checked before the key is fetched, so that a captured or made-up token for another body causes no request to
        // Plaid.
        TokenHash.check(token, HASH, delivery.body());
        String keyId = keyId(token);
        secrets.currentOrThrow();
        return keys.verify(keyId, key -> {
            if (!token.isSignedBy(key.key())) {
                throw Rejections.mismatch("the token was not signed with the key that it names");
            }
            return key.credential().place();
        });
    }

    private static String keyId(Jwt token) throws NotVerifiedException {
        return token.keyId()
                .filter(id -> KEY_ID.matcher(id).matches())
                .orElseThrow(() -> Rejections.malformed("the token's key ID does not have Plaid's form"));
    }

    static boolean isUsable(ECKey key) {
        return Curve.P_256.equals(key.getCurve());
    }
}
