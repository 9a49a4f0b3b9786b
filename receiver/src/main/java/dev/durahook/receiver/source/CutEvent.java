package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;

/**
 * An event as it was cut out of a delivery.
 *
 * @param delivery the request, with the event's own bytes as its body
 * @param envelope what is said around it
 * @param kind how it was cut out
 */
record CutEvent(Delivery delivery, Envelope envelope, Kind kind) {

    /** How an event was cut out. */
    enum Kind {
        /** It is an object of the list. */
        PART,
        /** It should carry several events and does not: then it is one itself. */
        WHOLE,
        /** It is another element of the list, or the bytes from where the delivery is no longer JSON. */
        REST
    }

    byte[] body() {
        return delivery.body();
    }

    /** An element of its list. */
    CutEvent element(byte[] body, Envelope around) {
        return new CutEvent(delivery.carrying(body), around, body[0] == '{' ? Kind.PART : Kind.REST);
    }

    /** What could not be cut up. */
    CutEvent rest(byte[] body, Envelope around) {
        return new CutEvent(delivery.carrying(body), around, Kind.REST);
    }

    /** All of it. */
    CutEvent whole(Envelope around) {
        return new CutEvent(delivery, around, Kind.WHOLE);
    }
}
