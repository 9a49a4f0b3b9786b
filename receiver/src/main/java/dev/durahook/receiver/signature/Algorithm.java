package dev.durahook.receiver.signature;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.secret.Secret;
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
    /** A plain hash of content that includes the secret. */
    SHA256("SHA-256"),
    /** No computation: the content is a token that is compared with the header. */
    EQUAL(""),
    /** Ed25519. The configured secret is the sender's public key, 32 bytes. */
    ED25519("Ed25519"),
    /**
     * ECDSA on P-256 with SHA-256, in DER. The configured secret is the sender's public key, as SubjectPublicKeyInfo.
     */
    ECDSA_P256_SHA256("SHA256withECDSA");

    private final String standardName;

    Algorithm(String standardName) {
        this.standardName = standardName;
    }

    /**
     * Computes the signature of the content.
     *
     * @throws IllegalStateException for a public-key algorithm, since a public key can only verify
     */
    public byte[] sign(Secret secret, List<byte[]> content) {
        try {
            return switch (this) {
                case HMAC_SHA1, HMAC_SHA256, HMAC_SHA384, HMAC_SHA512 -> hmac(secret, content);
                case SHA256 -> digest(content);
                case EQUAL -> joined(content);
                case ED25519, ECDSA_P256_SHA256 -> throw new IllegalStateException("a public key can't sign");
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks " + standardName, e);
        }
    }

    /** Whether the algorithm itself uses the secret. Otherwise the signed content must include the secret. */
    boolean isKeyed() {
        return switch (this) {
            case HMAC_SHA1, HMAC_SHA256, HMAC_SHA384, HMAC_SHA512, ED25519, ECDSA_P256_SHA256 -> true;
            case SHA256, EQUAL -> false;
        };
    }

    /** Whether the receiver's secret is enough to compute a signature. */
    public boolean isShared() {
        return isKeyed() && !isPublicKey();
    }

    /** Whether the configured secret is the sender's public key. */
    boolean isPublicKey() {
        return this == ED25519 || this == ECDSA_P256_SHA256;
    }

    /** A check that verifies signatures written in this encoding. */
    SignatureCheck check(Encoding encoding) {
        return isPublicKey()
                ? new SignatureCheck.OfPublicKey(publicKeys(), standardName, this::isLength, encoding)
                : new SignatureCheck.OfSharedSecret(this, encoding);
    }

    /**
     * Checks that a secret can be used with this algorithm.
     *
     * @throws InvalidRuleException if the secret is not a public key for this algorithm
     */
    void checkSecret(Secret secret) {
        if (isPublicKey()) {
            PublicKeyPoint.check(publicKeys().read(secret));
        }
    }

    // DER omits leading zeros, so an ECDSA signature may be shorter.
    private boolean isLength(int bytes) {
        return this == ED25519 ? bytes == 64 : bytes <= 72;
    }

    private PublicKeys publicKeys() {
        return this == ED25519 ? PublicKeys::ed25519 : PublicKeys::p256;
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
