package dev.durahook.receiver.signature;

import dev.durahook.receiver.delivery.Delivery;

/** A verification that ends at the first thing that is wrong. */
@FunctionalInterface
public interface Check {

    /**
     * Which of the source's secrets verifies the delivery, counted from 0.
     *
     * @throws NotVerifiedException if none does
     */
    int secretOf(Delivery delivery) throws NotVerifiedException;
}
