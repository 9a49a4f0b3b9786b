package dev.durahook.benchmarks.load.measure;

/** Why a load is sent. */
public enum Purpose {
    /** To make the code and the server's caches warm. Counted, but in no table. */
    WARM_UP,
    /** How many events a second are completed, and what each of them costs. */
    THROUGHPUT,
    /** How long senders wait at a rate that does not depend on the mode. */
    ACKNOWLEDGEMENT,
    /** How soon a handler has an event at a rate that the mode can sustain. */
    EFFECT,
    /** What happens when many more events come than usual. */
    BURST
}
