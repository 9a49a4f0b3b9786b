package dev.durahook.receiver.ingest;

import dev.durahook.receiver.source.Declaration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures of a test's provider with the secret {@value #SECRET}. */
final class Signed {

    static final String SECRET = "the-secret";
    static final String NOW = String.valueOf(Declaration.NOW.instant().getEpochSecond());

    private Signed() {}

    static String hex(String content) {
        return hexWith(SECRET, content);
    }

    static String hex(byte[] content) {
        return HexFormat.of().formatHex(hmac(SECRET, content));
    }

    static String hexWith(String secret, String content) {
        return HexFormat.of().formatHex(hmac(secret, content));
    }

    static String base64(String content) {
        return base64With(SECRET, content);
    }

    static String base64With(String secret, String content) {
        return Base64.getEncoder().encodeToString(hmac(secret, content));
    }

    private static byte[] hmac(String secret, String content) {
        return hmac(secret, content.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(String secret, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
