package dev.durahook.receiver.handshake;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.provider.body.LarkCipher;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.verification.NotVerifiedException;
import java.util.List;

/**
 * Decrypts a handshake that its provider encrypts but does not sign. The handshake is then accepted only with the right
 * token.
 */
final class EncryptedHandshake {

    private EncryptedHandshake() {}

    /** The delivery with its body decrypted by the first matching key; unchanged if no key matches. */
    static Delivery opened(Delivery delivery, List<Secret> keys) {
        for (Secret key : keys) {
            try {
                return delivery.carrying(LarkCipher.decrypted(delivery.body(), key));
            } catch (NotVerifiedException e) {
                // Try the next key. If none matches, the body is not encrypted and so not a handshake.
            }
        }
        return delivery;
    }
}
