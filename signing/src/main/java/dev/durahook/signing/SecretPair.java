package dev.durahook.signing;

import dev.durahook.receiver.scheme.Scheme;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.signing.SigningMethod;
import dev.durahook.signing.keys.KeyPairs;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A generated secret. If provider and receiver share a secret, both values are the same. If the provider
 * signs with a private key (Discord, Telnyx, SendGrid, Standard Webhooks with Ed25519), the receiver declares the
 * public key.
 *
 * @param sender the secret for {@link DeliveryBuilder#signedWith(String)}
 * @param receiver the secret for {@code durahook.sources.<name>.secrets}
 */
public record SecretPair(String sender, String receiver) {

    private static final int ED25519_LENGTH = 32;
    private static final String EC = "EC";

    /**
     * A new secret for a scheme of the catalogue.
     *
     * @throws IllegalArgumentException if no scheme has this name, or the scheme has no signature
     */
    public static SecretPair of(String scheme) {
        return of(Deliveries.scheme(scheme));
    }

    /**
     * A new secret for a scheme of your own.
     *
     * @throws IllegalArgumentException if the scheme has no signature
     */
    public static SecretPair of(Scheme scheme) {
        SigningMethod signing = scheme.signing();
        if (signing.isUnsigned()) {
            throw new IllegalArgumentException("this scheme does not sign, and has no secret");
        }
        return signing.rule()
                .map(SecretPair::of)
                .orElseGet(() -> both(SchemeSigners.of(scheme).makeSecret()));
    }

    private static SecretPair of(SignatureRule rule) {
        return switch (rule.algorithm()) {
            case ED25519 -> keys(KeyPairs.ed25519(), rule);
            case ECDSA_P256_SHA256 -> keys(KeyPairs.p256(), rule);
            case HMAC_SHA1, HMAC_SHA256, HMAC_SHA384, HMAC_SHA512, SHA256, EQUAL -> shared(rule);
        };
    }

    /** Contains neither of the two secrets. */
    @Override
    public String toString() {
        return "a generated secret";
    }

    private static SecretPair shared(SignatureRule rule) {
        byte[] key = KeyPairs.ed25519().getPublic().getEncoded();
        return switch (rule.key()) {
            // A secret of basic authentication contains user and password.
            case TEXT -> both("test:" + HexFormat.of().formatHex(key));
            case BASE64, HEX -> both(text(key, rule));
        };
    }

    private static SecretPair keys(KeyPair pair, SignatureRule rule) {
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        byte[] info = pair.getPublic().getEncoded();
        // Providers that sign with Ed25519 show the last 32 bytes of the encoded key.
        boolean isWhole = pair.getPublic().getAlgorithm().equals(EC);
        byte[] shown = isWhole ? info : Arrays.copyOfRange(info, info.length - ED25519_LENGTH, info.length);
        return new SecretPair(pem, text(shown, rule));
    }

    private static String text(byte[] key, SignatureRule rule) {
        String text = switch (rule.key()) {
            case BASE64 -> Base64.getEncoder().encodeToString(key);
            case HEX -> HexFormat.of().formatHex(key);
            case TEXT ->
                throw new IllegalArgumentException("the scheme takes its key as text, and a public key is not text");
        };
        return rule.keyPrefix() + text;
    }

    private static SecretPair both(String secret) {
        return new SecretPair(secret, secret);
    }
}
