package dev.durahook.workflows.body;

/** Where a running activity finds a body that was too large to be handed to it. */
@FunctionalInterface
public interface BodySource {

    /** The body, byte by byte, of the event whose workflow scheduled the running activity. */
    byte[] current();
}
