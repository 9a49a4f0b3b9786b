package dev.durahook.signing.rule;

import dev.durahook.receiver.signature.SignatureRule;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Reads the secrets and private keys with which deliveries are signed. No failure message quotes them. */
final class SigningKeys {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private SigningKeys() {}

    /** Reads a secret as a provider's dashboard shows it. */
    static byte[] shared(String secret, SignatureRule rule) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("the secret is empty");
        }
        String text = rule.key().withoutPrefix(secret, rule.keyPrefix());
        try {
            return switch (rule.key()) {
                case TEXT -> text.getBytes(StandardCharsets.UTF_8);
                case BASE64 -> Base64.getDecoder().decode(text);
                case HEX -> HexFormat.of().parseHex(text);
            };
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the secret is not "
                    + rule.key().name().toLowerCase(Locale.ROOT) + ": copy it as the provider shows it");
        }
    }

    /** Reads a private key as PKCS#8 in PEM. */
    static PrivateKey secret(String pem, String kind) {
        String text = pem.strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw unreadable(kind);
        }
        try {
            byte[] key = Base64.getMimeDecoder().decode(text.substring(BEGIN.length(), text.length() - END.length()));
            return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw unreadable(kind);
        }
    }

    private static IllegalArgumentException unreadable(String kind) {
        return new IllegalArgumentException(
                "the provider signs with a private key, whose public half the receiver holds: give the private key of "
                        + "a pair of your own (" + kind + ") as PKCS#8 in PEM");
    }
}
