package dev.durahook.receiver.signature;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;

/** Reads public keys in the forms that senders publish them in. */
@FunctionalInterface
interface PublicKeys {

    int ED25519_LENGTH = 32;
    int P256_BITS = 256;

    /**
     * The key that a secret of the configuration holds.
     *
     * @throws InvalidRuleException if it is no key of this form
     */
    PublicKey read(Secret secret);

    /** The 32 bytes of RFC 8032: the point's y, little end first, with the sign of x in the last bit. */
    static PublicKey ed25519(Secret secret) {
        byte[] bytes = secret.bytes();
        if (bytes.length != ED25519_LENGTH) {
            throw new InvalidRuleException("has " + bytes.length + " bytes, and a public key of Ed25519 has "
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
            throw new InvalidRuleException("is no public key of Ed25519: copy the key again");
        }
    }

    /** X.509's SubjectPublicKeyInfo of a point on P-256. */
    static PublicKey p256(Secret secret) {
        try {
            PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(secret.bytes()));
            if (key instanceof ECPublicKey point && point.getParams().getOrder().bitLength() == P256_BITS) {
                return key;
            }
        } catch (GeneralSecurityException e) {
            // Falls through: its message is about encodings, which is not what helps.
        }
        throw new InvalidRuleException(
                "is no public key on P-256: copy the key again, as the provider shows it, without BEGIN and END");
    }
}
