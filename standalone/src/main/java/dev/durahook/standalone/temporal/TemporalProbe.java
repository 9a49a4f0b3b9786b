package dev.durahook.standalone.temporal;

/** Tells whether the program on a port is a Temporal. */
@FunctionalInterface
interface TemporalProbe {

    /** Whether a Temporal answers at this address within seconds. */
    boolean answers(String target);
}
