package dev.durahook.standalone.temporal;

/** Tells a Temporal from an open port. */
@FunctionalInterface
interface TemporalProbe {

    /** Whether a Temporal answers there, and soon. */
    boolean answers(String target);
}
