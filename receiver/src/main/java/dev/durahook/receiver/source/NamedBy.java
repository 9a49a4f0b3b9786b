package dev.durahook.receiver.source;

/** What named an event, and so what a second delivery of it is known by: a closed set, because it labels a metric. */
public enum NamedBy {
    /** An id that the sender gave the event, or its delivery. */
    ID,
    /** The hash of its bytes, together with what the row adds to them. */
    BODY_HASH,
    /** Its delivery: no second one is known. */
    DELIVERY
}
