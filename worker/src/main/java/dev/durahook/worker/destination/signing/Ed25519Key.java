package dev.durahook.worker.destination.signing;

import dev.durahook.connection.secret.InvalidTextException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** A private Ed25519 key that signs requests; the destination has the public key. */
final class Ed25519Key implements SigningKey {

    static final String PREFIX = "whsk_";

    private static final int SEED_BYTES = 32;
    private static final int KEY_PAIR_BYTES = 64;

    private final PrivateKey key;

    private Ed25519Key(PrivateKey key) {
        this.key = key;
    }

    // Some tools write only the 32 bytes of the seed, others the seed and then the public key.
    static Ed25519Key of(String secret) {
        byte[] bytes = Base64Secret.decode(secret.substring(PREFIX.length()));
        if (bytes.length != SEED_BYTES && bytes.length != KEY_PAIR_BYTES) {
            throw new InvalidTextException("is not an Ed25519 key: write whsk_ and 32 or 64 bytes in base64");
        }
        try {
            return new Ed25519Key(KeyFactory.getInstance("Ed25519")
                    .generatePrivate(
                            new EdECPrivateKeySpec(NamedParameterSpec.ED25519, Arrays.copyOf(bytes, SEED_BYTES))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks Ed25519", e);
        }
    }

    @Override
    public String sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(content);
            return "v1a," + Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks Ed25519", e);
        }
    }
}
