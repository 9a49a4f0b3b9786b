package dev.durahook.receiver.verification;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.verification.Verdict.Verified;

/** A verification that throws at the first problem. {@link Verification#of} turns it into a verification. */
@FunctionalInterface
public interface Check {

    /**
     * The index of the source's secret that verifies the delivery, from 0.
     *
     * @throws NotVerifiedException if no secret verifies the delivery
     */
    int secretOf(Delivery delivery) throws NotVerifiedException;

    /** The same check, with the signed content as the delivery's body if the scheme packs or encrypts the content. */
    default Verified verified(Delivery delivery) throws NotVerifiedException {
        return new Verified(secretOf(delivery));
    }
}
