package dev.durahook.receiver.handshake;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.provider.LarkCipher;
import dev.durahook.receiver.signature.NotVerifiedException;
import dev.durahook.receiver.signature.Secret;
import java.util.List;

/** Opens a handshake that its provider encrypts and does not sign. What is in it is believed for its token alone. */
final class Envelope {

    private Envelope() {}

    /** The delivery with its body decrypted by the first of these keys that can; as it came if none can. */
    static Delivery opened(Delivery delivery, List<Secret> keys) {
        for (Secret key : keys) {
            try {
                return delivery.carrying(LarkCipher.decrypted(delivery.body(), key));
            } catch (NotVerifiedException e) {
                // Another key may have encrypted it; or it is not encrypted, and no handshake.
            }
        }
        return delivery;
    }
}
