package dev.durahook.testing;

import dev.durahook.receiver.signature.SignatureRule;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Computes signatures with the JDK alone, and writes them down. */
final class Signatures {

    private Signatures() {}

    /**
     * Signs a content.
     *
     * @param secret what the provider signs with, as a person has it
     */
    static byte[] sign(SignatureRule rule, String secret, byte[] content) {
        try {
            return switch (rule.algorithm()) {
                case HMAC_SHA1 -> hmac("HmacSHA1", Keys.shared(secret, rule), content);
                case HMAC_SHA256 -> hmac("HmacSHA256", Keys.shared(secret, rule), content);
                case HMAC_SHA384 -> hmac("HmacSHA384", Keys.shared(secret, rule), content);
                case HMAC_SHA512 -> hmac("HmacSHA512", Keys.shared(secret, rule), content);
                case SHA256 -> MessageDigest.getInstance("SHA-256").digest(content);
                case EQUAL -> content;
                case ED25519 -> asymmetric("Ed25519", "Ed25519", secret, content);
                case ECDSA_P256_SHA256 -> asymmetric("EC", "SHA256withECDSA", secret, content);
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("can't sign with " + rule.algorithm(), e);
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

    static byte[] hmac(String name, byte[] key, byte[] content) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec(key, name));
        return mac.doFinal(content);
    }

    private static byte[] asymmetric(String kind, String name, String pem, byte[] content)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(name);
        signature.initSign(Keys.secret(pem, kind));
        signature.update(content);
        return signature.sign();
    }
}
