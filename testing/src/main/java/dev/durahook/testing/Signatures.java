package dev.durahook.testing;

import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.signature.SignatureRule;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Computes signatures with the JDK alone, and writes them down. */
final class Signatures {

    private Signatures() {}

    static byte[] sign(Algorithm algorithm, byte[] key, byte[] content) {
        try {
            return switch (algorithm) {
                case HMAC_SHA1 -> hmac("HmacSHA1", key, content);
                case HMAC_SHA256 -> hmac("HmacSHA256", key, content);
                case HMAC_SHA384 -> hmac("HmacSHA384", key, content);
                case HMAC_SHA512 -> hmac("HmacSHA512", key, content);
                case SHA256 -> MessageDigest.getInstance("SHA-256").digest(content);
                case EQUAL -> content;
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform does not know " + algorithm, e);
        }
    }

    static String text(byte[] signature, SignatureRule rule) {
        return switch (rule.encoding()) {
            case HEX -> HexFormat.of().formatHex(signature);
            case HEX_UPPER -> HexFormat.of().withUpperCase().formatHex(signature);
            case BASE64 -> Base64.getEncoder().encodeToString(signature);
            case BASE64URL -> Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
            case TEXT -> new String(signature, StandardCharsets.ISO_8859_1);
        };
    }

    private static byte[] hmac(String name, byte[] key, byte[] content) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec(key, name));
        return mac.doFinal(content);
    }
}
