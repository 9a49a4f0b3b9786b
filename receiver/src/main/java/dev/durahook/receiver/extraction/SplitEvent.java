package dev.durahook.receiver.extraction;

import dev.durahook.receiver.delivery.Delivery;

/**
 * A part of a delivery that becomes an event.
 *
 * @param delivery the request with the event's bytes as its body
 * @param envelope values around the event in the delivery's JSON
 * @param kind whether the part is an object of the array, the whole body, or something else
 */
record SplitEvent(Delivery delivery, Envelope envelope, Kind kind) {

    /** Which part of the delivery became the event. */
    enum Kind {
        /** An object of the array. */
        PART,
        /** The whole body, because the array of events is missing. */
        WHOLE,
        /** An element that is not an object, or the bytes from where the body stops being JSON. */
        REST
    }

    byte[] body() {
        return delivery.body();
    }

    /** An element of the array. */
    SplitEvent element(byte[] body, Envelope around) {
        return new SplitEvent(delivery.carrying(body), around, body[0] == '{' ? Kind.PART : Kind.REST);
    }

    /** The bytes after the last element that could be read. */
    SplitEvent rest(byte[] body, Envelope around) {
        return new SplitEvent(delivery.carrying(body), around, Kind.REST);
    }

    /** The whole body. */
    SplitEvent whole(Envelope around) {
        return new SplitEvent(delivery, around, Kind.WHOLE);
    }
}
