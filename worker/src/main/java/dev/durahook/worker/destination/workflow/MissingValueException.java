package dev.durahook.worker.destination.workflow;

/** Thrown if an event lacks a value from which a workflow's ID is made. The message tells which value, and why. */
final class MissingValueException extends Exception {

    MissingValueException(String message) {
        super(message, null, false, false);
    }
}
