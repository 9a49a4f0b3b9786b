package dev.durahook.receiver.verification;

import dev.durahook.receiver.delivery.Delivery;

/** Decides whether a delivery of one source is genuine. */
@FunctionalInterface
public interface Verification {

    /** Verifies the exact bytes. Only parts of the signature are parsed. */
    Verdict verify(Delivery delivery);

    /** A verification that runs this check. */
    static Verification of(Check check) {
        return delivery -> {
            try {
                return check.verified(delivery);
            } catch (NotVerifiedException e) {
                return e.verdict();
            }
        };
    }
}
