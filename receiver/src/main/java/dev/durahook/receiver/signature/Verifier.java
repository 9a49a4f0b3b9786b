package dev.durahook.receiver.signature;

import dev.durahook.receiver.delivery.Delivery;

/** Decides whether a delivery is genuine. */
@FunctionalInterface
public interface Verifier {

    /** Verifies the exact bytes. Parses nothing that is not part of the signature. */
    Verdict verify(Delivery delivery);

    /** The verifier that a check makes. */
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
