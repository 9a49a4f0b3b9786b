package dev.durahook.receiver.explain;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.source.OpenSecret;

/**
 * Whether a delivery would be genuine if one thing were otherwise. Its answer is yes or no: what was expected is never
 * shown, because whoever reads it could sign.
 *
 * @param cause what that thing is
 * @param difference the same in words, of this case
 * @param way the way to verify
 * @param secret the secret to verify with
 * @param delivery the delivery to verify
 */
record Trial(Cause cause, String difference, Way way, OpenSecret secret, Delivery delivery) {

    boolean passes() {
        return way.accepts(secret.text(), delivery);
    }
}
