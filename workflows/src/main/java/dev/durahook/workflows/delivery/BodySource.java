package dev.durahook.workflows.delivery;

/** Gets the body of an event whose body is too large to be handed to an activity again. */
@FunctionalInterface
public interface BodySource {

    /** The exact bytes of the body of the event whose workflow scheduled the running activity. */
    byte[] current();
}
