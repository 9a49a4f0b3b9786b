package dev.durahook.signing.signer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Computes the HMACs, hashes and signatures that providers use, by their names in the JDK. */
public final class Digests {

    private Digests() {}

    /** The HMAC of a content, by an algorithm's name in the JDK, such as {@code HmacSHA256}. */
    public static byte[] hmac(String name, byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(key, name));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("can't compute " + name, e);
        }
    }

    /** The hash of a content, by an algorithm's name in the JDK, such as {@code SHA-256}. */
    public static byte[] hash(String name, byte[] content) {
        try {
            return MessageDigest.getInstance(name).digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("can't compute " + name, e);
        }
    }

    /** The signature of a content, by an algorithm's name in the JDK, such as {@code SHA256withRSA}. */
    public static byte[] signature(String name, PrivateKey key, byte[] content) {
        try {
            Signature signature = Signature.getInstance(name);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("can't sign with " + name, e);
        }
    }

    /** The HMAC-SHA256 of a text with a text as the key, both in UTF-8. */
    public static byte[] hmacSha256(String key, String content) {
        return hmac("HmacSHA256", utf8(key), utf8(content));
    }

    /** The SHA-256 of a content, in lower-case hexadecimal digits. */
    public static String sha256(byte[] content) {
        return hex(hash("SHA-256", content));
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The bytes in lower-case hexadecimal digits. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** The bytes in base64, with padding. */
    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The bytes in base64 for URLs, without padding. */
    public static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
