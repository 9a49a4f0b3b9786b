package dev.durahook.workflows.body;

/** Reads a body that was too large to be passed to the running activity. */
@FunctionalInterface
public interface BodySource {

    /** The exact body of the event whose workflow scheduled the running activity. */
    byte[] current();
}
