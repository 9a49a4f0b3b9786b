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

    /**
     * The same check. If the scheme packs or encrypts the content, the verdict carries the content as the delivery's body.
     * If the content contains a secret, the verdict carries the content without the secret: the body is stored, and is
     * sent to destinations.
     */
    default Verified verified(Delivery delivery) throws NotVerifiedException {
        return new Verified(secretOf(delivery));
    }
}
