package dev.durahook.benchmarks.load.traffic;

/** What the sender of an event was told. */
public enum Answer {
    /** The event is stored: 202, or a started workflow. */
    STORED,
    /** The sender may try again later: 503. */
    REFUSED,
    /** Any other answer, or none in time. */
    FAILED
}
