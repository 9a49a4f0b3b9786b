package dev.durahook.benchmarks.load.traffic;

/** The answer to the sender of an event. */
public enum SenderAnswer {
    /** The event is stored: 202, or a started workflow. */
    STORED,
    /** The sender may try again later: 503. */
    REFUSED,
    /** Any other answer, or no answer in time. */
    FAILED
}
