package dev.durahook.receiver.acceptance.start;

/** The result of storing one event. */
public sealed interface Acceptance {

    /** The result for another delivery of the same event at the same moment, which is stored once. */
    default Acceptance asDuplicate() {
        return this;
    }

    /** This delivery stored the event. */
    record Accepted() implements Acceptance {

        @Override
        public Acceptance asDuplicate() {
            return new PreviouslyAccepted();
        }
    }

    /**
     * An earlier delivery of the same event stored it.
     *
     * @param otherBody whether this delivery is known to have another body than the earlier one
     */
    record PreviouslyAccepted(boolean otherBody) implements Acceptance {

        /** Stored by an earlier delivery, which is not known to have had another body. */
        public PreviouslyAccepted() {
            this(false);
        }
    }

    /** The event is not known to be stored. The sender has to deliver it again. */
    record NotStored(Cause cause, String detail) implements Acceptance {}

    /** Why an event was not stored. A closed set, because it is a metric label. */
    enum Cause {
        /** Temporal can't be reached, or answered that it can't serve. */
        UNAVAILABLE,
        /** Temporal did not answer before the deadline. The event may have been stored anyway. */
        DEADLINE_EXCEEDED,
        /** Temporal refuses for now: the namespace is over its quota. */
        OVER_QUOTA,
        /** Temporal refuses for now: the cluster is overloaded, for all namespaces. */
        OVERLOADED,
        /** Temporal refuses for now, and does not say which limit was reached. */
        RESOURCE_EXHAUSTED,
        /** Temporal refuses, because of credentials, a missing namespace or a limit. An operator has to fix it. */
        REFUSED,
        /**
         * The receiver has as many events in flight or waiting as Temporal takes at the moment. This event was not sent
         * to Temporal.
         */
        FULL
    }
}
