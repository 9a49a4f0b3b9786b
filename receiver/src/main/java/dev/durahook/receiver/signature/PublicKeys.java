package dev.durahook.receiver.signature;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.secret.Secret;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;

/** Reads a public key in a form in which senders publish it. */
@FunctionalInterface
interface PublicKeys {

    int ED25519_LENGTH = 32;
    int P256_BITS = 256;

    /**
     * The public key in a configured secret.
     *
     * @throws InvalidRuleException if it is not a key of this form
     */
    PublicKey read(Secret secret);

    /** The 32 bytes of RFC 8032: the y coordinate in little-endian order, with the sign of x in the last bit. */
    static PublicKey ed25519(Secret secret) {
        byte[] bytes = secret.bytes();
        if (bytes.length != ED25519_LENGTH) {
            throw new InvalidRuleException("has " + bytes.length + " bytes, but an Ed25519 public key has "
                    + ED25519_LENGTH + ": copy the key again, as the provider shows it");
        }
        byte[] y = new byte[ED25519_LENGTH];
        for (int i = 0; i < ED25519_LENGTH; i++) {
            y[i] = bytes[ED25519_LENGTH - 1 - i];
        }
        boolean oddX = (y[0] & 0x80) != 0;
        y[0] &= 0x7f;
        try {
            EdECPoint point = new EdECPoint(oddX, new BigInteger(1, y));
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
        } catch (GeneralSecurityException e) {
            throw new InvalidRuleException("is not an Ed25519 public key: copy the key again");
        }
    }

    /** A point on P-256 as X.509 SubjectPublicKeyInfo. */
    static PublicKey p256(Secret secret) {
        try {
            PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(secret.bytes()));
            if (key instanceof ECPublicKey point && point.getParams().getOrder().bitLength() == P256_BITS) {
                return key;
            }
        } catch (GeneralSecurityException e) {
            // The exception's message is about encodings and would not help; a better one is thrown below.
        }
        throw new InvalidRuleException(
                "is not a P-256 public key: copy the key again, as the provider shows it, without BEGIN and END");
    }
}
