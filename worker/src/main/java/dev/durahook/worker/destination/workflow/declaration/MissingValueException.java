package dev.durahook.worker.destination.workflow.declaration;

/** Thrown if an event lacks a value from which a workflow's ID is made. The message tells which value, and why. */
public final class MissingValueException extends Exception {

    public MissingValueException(String message) {
        super(message, null, false, false);
    }
}
