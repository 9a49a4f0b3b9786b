package dev.durahook.signing.signer;

import static dev.durahook.signing.signer.Digests.base64Url;
import static dev.durahook.signing.signer.Digests.utf8;

import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Builds JSON Web Tokens without a library. */
public final class JsonWebToken {

    private JsonWebToken() {}

    /** A token that is signed with a secret, by HMAC-SHA256. */
    public static String hs256(String secret, Map<String, Object> claims) {
        return of(
                Map.of("alg", "HS256", "typ", "JWT"),
                claims,
                content -> Digests.hmac("HmacSHA256", utf8(secret), content));
    }

    /**
     * A token with any header and signature.
     *
     * @param signature signs the bytes of the encoded header and claims, with a full stop between them
     */
    public static String of(Map<String, Object> header, Map<String, Object> claims, UnaryOperator<byte[]> signature) {
        String content = part(header) + "." + part(claims);
        return content + "." + base64Url(signature.apply(utf8(content)));
    }

    /** A random ID for the claim {@code jti} of a token. */
    public static String id() {
        return UUID.randomUUID().toString();
    }

    private static String part(Map<String, Object> values) {
        return base64Url(utf8(JsonBody.write(values)));
    }
}
