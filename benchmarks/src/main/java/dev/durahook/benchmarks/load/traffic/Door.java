package dev.durahook.benchmarks.load.traffic;

/** Takes the events of a measurement: a receiver, or Temporal itself. */
@FunctionalInterface
public interface Door {

    /** Prepares an event that has this name at its sender. */
    PreparedEvent prepare(String name);
}
