package dev.durahook.signing.keys;

import dev.durahook.receiver.keys.https.RefusedFetchException;
import dev.durahook.signing.signer.Digests;
import dev.durahook.signing.signer.JsonBody;
import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Map;

/** Answers the request for a key by its name, as Plaid does. */
final class PublishedKey {

    private static final int COORDINATE = 32;
    private static final int NOT_FOUND = 400;
    private static final String NO_SUCH_KEY =
            "{\"error_type\":\"INVALID_INPUT\",\"error_code\":\"INVALID_WEBHOOK_VERIFICATION_KEY_ID\"}";

    private PublishedKey() {}

    static byte[] answer(byte[] question, String keyId, PublicKey key) throws IOException {
        if (!(key instanceof ECPublicKey point)
                || !JsonBody.read(question).path("key_id").asText().equals(keyId)) {
            throw new RefusedFetchException(NOT_FOUND, Digests.utf8(NO_SUCH_KEY));
        }
        Map<String, String> published = Map.of(
                "alg", "ES256",
                "kty", "EC",
                "use", "sig",
                "crv", "P-256",
                "kid", keyId,
                "x", coordinate(point.getW().getAffineX()),
                "y", coordinate(point.getW().getAffineY()));
        return Digests.utf8(JsonBody.write(Map.of("key", published)));
    }

    // A coordinate has a fixed length, but a number may begin with zeros, or have one more byte for its sign.
    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        byte[] digits = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - COORDINATE), bytes.length);
        System.arraycopy(digits, 0, fixed, COORDINATE - digits.length, digits.length);
        return Digests.base64Url(fixed);
    }
}
