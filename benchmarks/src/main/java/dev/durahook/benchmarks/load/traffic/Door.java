package dev.durahook.benchmarks.load.traffic;

/** Where events are sent. */
@FunctionalInterface
public interface Door {

    /** Prepares an event whose sender calls it by this name. */
    PreparedEvent prepare(String name);
}
