package dev.durahook.benchmarks.load.traffic;

/**
 * An event that was sent and answered. All moments are microseconds since 1970.
 *
 * @param id the ID of the workflow that the event becomes
 * @param scheduled when the event had to be sent; latency counts from here, also if the sender was late
 * @param answered when the answer was there
 * @param answer the answer
 */
public record SentEvent(String id, long scheduled, long answered, Answer answer) {

    /** How long the sender had to wait, in microseconds. */
    public long acknowledgement() {
        return answered - scheduled;
    }

    /** Whether the event was said to be stored. */
    public boolean isStored() {
        return answer == Answer.STORED;
    }
}
