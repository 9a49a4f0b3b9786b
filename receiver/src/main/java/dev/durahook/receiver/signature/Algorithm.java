package dev.durahook.receiver.signature;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a signature is computed from a secret and the signed content. */
public enum Algorithm {
    HMAC_SHA1("HmacSHA1"),
    HMAC_SHA256("HmacSHA256"),
    HMAC_SHA384("HmacSHA384"),
    HMAC_SHA512("HmacSHA512"),
    /** The plain hash of a content that holds the secret. */
    SHA256("SHA-256"),
    /** The content itself: a token that is only compared. */
    EQUAL("");

    private final String standardName;

    Algorithm(String standardName) {
        this.standardName = standardName;
    }

    byte[] sign(Secret secret, List<byte[]> content) {
        try {
            return switch (this) {
                case HMAC_SHA1, HMAC_SHA256, HMAC_SHA384, HMAC_SHA512 -> hmac(secret, content);
                case SHA256 -> digest(content);
                case EQUAL -> joined(content);
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks " + standardName, e);
        }
    }

    /** Whether the secret takes part by itself, without being written into the signed content. */
    boolean isKeyed() {
        return switch (this) {
            case HMAC_SHA1, HMAC_SHA256, HMAC_SHA384, HMAC_SHA512 -> true;
            case SHA256, EQUAL -> false;
        };
    }

    private byte[] hmac(Secret secret, List<byte[]> content) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(standardName);
        mac.init(new SecretKeySpec(secret.bytes(), standardName));
        content.forEach(mac::update);
        return mac.doFinal();
    }

    private byte[] digest(List<byte[]> content) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance(standardName);
        content.forEach(digest::update);
        return digest.digest();
    }

    private static byte[] joined(List<byte[]> content) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        content.forEach(joined::writeBytes);
        return joined.toByteArray();
    }
}
