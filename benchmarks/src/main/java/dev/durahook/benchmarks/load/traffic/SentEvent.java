package dev.durahook.benchmarks.load.traffic;

/**
 * An event that was sent and answered. All moments are microseconds since 1970.
 *
 * @param id the ID of the event's workflow
 * @param scheduled the moment at which the event had to be sent; latency counts from here, even if the sender was late
 * @param answered the moment at which the sender had its answer, or gave up
 * @param answer the answer
 */
public record SentEvent(String id, long scheduled, long answered, SenderAnswer answer) {

    /** How long the sender waited until it had an answer or gave up, in microseconds. */
    public long acknowledgement() {
        return answered - scheduled;
    }

    /** Whether the answer says that the event is stored. */
    public boolean isStored() {
        return answer == SenderAnswer.STORED;
    }
}
