package dev.durahook.receiver.signature;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.signature.Verdict.Verified;

/** A verification that ends at the first thing that is wrong. */
@FunctionalInterface
public interface Check {

    /**
     * Which of the source's secrets verifies the delivery, counted from 0.
     *
     * @throws NotVerifiedException if none does
     */
    int secretOf(Delivery delivery) throws NotVerifiedException;

    /** The same with what was signed, where it had to be unpacked or decrypted. */
    default Verified verified(Delivery delivery) throws NotVerifiedException {
        return new Verified(secretOf(delivery));
    }
}
