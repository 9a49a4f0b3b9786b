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
    EQUAL(""),
    /** Ed25519. The secret is the sender's public key, 32 bytes. */
    ED25519("Ed25519"),
    /** ECDSA on P-256 with SHA-256, DER. The secret is the sender's public key, as SubjectPublicKeyInfo. */
    ECDSA_P256_SHA256("SHA256withECDSA");

    private final String standardName;

    Algorithm(String standardName) {
        this.standardName = standardName;
    }

    /** The signature of a content; not with a public key, which can only verify. */
    public byte[] sign(Secret secret, List<byte[]> content) {
        try {
            return switch (this) {
                case HMAC_SHA1, HMAC_SHA256, HMAC_SHA384, HMAC_SHA512 -> hmac(secret, content);
                case SHA256 -> digest(content);
                case EQUAL -> joined(content);
                case ED25519, ECDSA_P256_SHA256 -> throw new IllegalStateException("a public key signs nothing");
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks " + standardName, e);
        }
    }

    /** Whether the secret takes part by itself, without being written into the signed content. */
    boolean isKeyed() {
        return switch (this) {
            case HMAC_SHA1, HMAC_SHA256, HMAC_SHA384, HMAC_SHA512, ED25519, ECDSA_P256_SHA256 -> true;
            case SHA256, EQUAL -> false;
        };
    }

    /** Whether whoever has the secret can sign with it. */
    public boolean isShared() {
        return isKeyed() && !isPublicKey();
    }

    /** Whether the secret is none, but the public half of a key that the sender alone holds. */
    boolean isPublicKey() {
        return this == ED25519 || this == ECDSA_P256_SHA256;
    }

    /** How its signatures are told from others. */
    SignatureCheck check(Encoding encoding) {
        return isPublicKey()
                ? new PublicKeyCheck(publicKeys(), standardName, this::isLength, encoding)
                : new ExpectedCheck(this, encoding);
    }

    /**
     * Refuses a secret that can't be one of this algorithm.
     *
     * @throws InvalidRuleException if it can't
     */
    void checkSecret(Secret secret) {
        if (isPublicKey()) {
            publicKeys().read(secret);
        }
    }

    // DER leaves out leading zeros.
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
