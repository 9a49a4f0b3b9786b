package dev.durahook.receiver.identity;

/**
 * How an event was identified, which is also how a second delivery of the event is recognised. A closed set, because
 * it is a metric label.
 */
public enum NamedBy {
    /** An id that the sender gave the event or its delivery. */
    ID,
    /** The hash of the event's bytes, and of the further values in the scheme's rule. */
    BODY_HASH,
    /** A random ID for each delivery; a second delivery is not recognised. */
    DELIVERY
}
