package dev.durahook.reliability.record;

/**
 * A delivery of an event and what its sender was told. A delivery of several events is recorded once for each of them.
 *
 * @param at the moment of the answer, in microseconds since 1970
 * @param eventId the ID that the event has in Temporal
 * @param kind the event's kind
 * @param order the number of the order that the event is about
 * @param forged whether the delivery was signed with a secret that the receiver does not have
 * @param status the status of the answer; 0 if there was no answer
 * @param body the hash of the event's exact body
 */
public record SentDelivery(
        long at, String eventId, EventKind kind, int order, boolean forged, int status, String body) {

    /** Whether the answer says that the event is stored. */
    public boolean isAcknowledged() {
        return status >= 200 && status < 300;
    }

    /**
     * Whether the answer tells the sender to give the event up. A receiver from an earlier build answers 408 to a request
     * that arrives too slowly, and a sender may deliver again after it.
     */
    public boolean isRefused() {
        return status >= 400 && status < 500 && status != 408;
    }
}
