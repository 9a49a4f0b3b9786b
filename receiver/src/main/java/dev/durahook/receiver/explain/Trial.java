package dev.durahook.receiver.explain;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.secret.RevealedSecret;

/**
 * Tests whether a delivery would be verified if one thing were different. Only yes or no is shown, never the expected
 * signature, with which a delivery could be forged.
 *
 * @param cause the thing that differs
 * @param difference the cause in words, for this delivery
 * @param verifier how to verify
 * @param secret the secret to verify with
 * @param delivery the delivery to verify
 */
record Trial(
        ProbableCause cause, String difference, TrialVerification verifier, RevealedSecret secret, Delivery delivery) {

    boolean passes() {
        return verifier.accepts(secret.text(), delivery);
    }
}
