package dev.durahook.testing;

import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.source.Scheme;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What sender and receiver know of each other.
 *
 * @param sender what the sender signs with
 * @param receiver what the receiver declares
 */
record SharedSecret(String sender, String receiver) {

    private static final int ED25519_LENGTH = 32;

    /** One that a scheme could have; another one each time. */
    static SharedSecret of(Scheme scheme) {
        SignatureRule rule = scheme.signature();
        if (rule == null) {
            return both("");
        }
        return switch (rule.algorithm()) {
            case ED25519 -> keys("Ed25519", rule);
            case ECDSA_P256_SHA256 -> keys("EC", rule);
            case HMAC_SHA1, HMAC_SHA256, HMAC_SHA384, HMAC_SHA512, SHA256, EQUAL -> shared(rule);
        };
    }

    private static SharedSecret shared(SignatureRule rule) {
        byte[] key = pair("Ed25519").getPublic().getEncoded();
        return switch (rule.key()) {
            case TEXT -> both("shop:" + HexFormat.of().formatHex(key));
            case BASE64, HEX -> both(text(key, rule));
        };
    }

    private static SharedSecret keys(String kind, SignatureRule rule) {
        KeyPair pair = pair(kind);
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        byte[] info = pair.getPublic().getEncoded();
        // Providers of Ed25519 show the 32 bytes at the end of it.
        byte[] shown = kind.equals("EC") ? info : Arrays.copyOfRange(info, info.length - ED25519_LENGTH, info.length);
        return new SharedSecret(pem, text(shown, rule));
    }

    private static String text(byte[] key, SignatureRule rule) {
        String text = switch (rule.key()) {
            case BASE64 -> Base64.getEncoder().encodeToString(key);
            case HEX -> HexFormat.of().formatHex(key);
            case TEXT -> throw new IllegalArgumentException("no text holds these bytes");
        };
        return rule.keyPrefix() + text;
    }

    private static KeyPair pair(String kind) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            if (kind.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SharedSecret both(String secret) {
        return new SharedSecret(secret, secret);
    }
}
