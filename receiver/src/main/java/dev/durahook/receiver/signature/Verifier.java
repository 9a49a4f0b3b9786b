package dev.durahook.receiver.signature;

import dev.durahook.receiver.delivery.Delivery;

/** Decides whether a delivery is genuine. */
@FunctionalInterface
public interface Verifier {

    /** Verifies the exact bytes. Only parts of the signature are parsed. */
    Verdict verify(Delivery delivery);

    /** A verifier that runs this check. */
    static Verifier of(Check check) {
        return delivery -> {
            try {
                return check.verified(delivery);
            } catch (NotVerifiedException e) {
                return e.verdict();
            }
        };
    }
}
