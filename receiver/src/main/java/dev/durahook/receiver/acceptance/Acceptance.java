package dev.durahook.receiver.acceptance;

/** What became of an event that should be stored. */
public sealed interface Acceptance {

    /** Stored now, by this delivery. */
    record Accepted() implements Acceptance {}

    /** Stored before, by another delivery of the same event. */
    record PreviouslyAccepted() implements Acceptance {}

    /** Not known to be stored. The sender has to deliver again. */
    record NotStored(Cause cause, String detail) implements Acceptance {}

    /** Why an event was not stored: a closed set, because it labels a metric. */
    enum Cause {
        /** Temporal can't be reached, or answered that it can't serve. */
        UNAVAILABLE,
        /** Temporal did not answer before the deadline. The event may be stored all the same. */
        DEADLINE_EXCEEDED,
        /** Temporal refuses for now: the namespace is over its quota. */
        OVER_QUOTA,
        /** Temporal refuses for now: it has too much to do, for all namespaces together. */
        OVERLOADED,
        /** Temporal refuses for now, and does not say which limit was reached. */
        RESOURCE_EXHAUSTED,
        /** Temporal refuses: credentials, a missing namespace, a limit. It takes an operator to mend. */
        REFUSED,
        /** There are more events than Temporal takes at the moment. This one was not sent there. */
        FULL
    }
}
