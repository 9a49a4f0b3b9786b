package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;

/**
 * An event as it was cut out of a delivery.
 *
 * @param delivery the request, with the event's own bytes as its body
 * @param envelope what is said around it
 * @param isWhole whether it should carry several events and does not: then it is one itself
 */
record CutEvent(Delivery delivery, Envelope envelope, boolean isWhole) {

    byte[] body() {
        return delivery.body();
    }

    /** A part of it. */
    CutEvent part(byte[] body, Envelope around) {
        return new CutEvent(delivery.carrying(body), around, false);
    }

    /** All of it. */
    CutEvent whole(Envelope around) {
        return new CutEvent(delivery, around, true);
    }
}
