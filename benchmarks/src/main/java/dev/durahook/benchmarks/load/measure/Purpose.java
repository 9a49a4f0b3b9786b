package dev.durahook.benchmarks.load.measure;

/** Why a load is sent. */
public enum Purpose {
    /** Makes the code and the server's caches warm. Lost and repeated events count, but no table shows its times. */
    WARM_UP,
    /** Finds how many events are completed a second, and the cost of an event. */
    THROUGHPUT,
    /** Finds how long senders wait for an answer, at a rate that does not depend on the mode. */
    ACKNOWLEDGEMENT,
    /** Finds how soon a handler has an event, at a rate that the mode can sustain. */
    EFFECT,
    /** Shows how a mode behaves when many more events come than usual. */
    BURST
}
