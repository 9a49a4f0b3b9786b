package dev.durahook.receiver.identity;

/** A verified delivery can't be an event. Answered with 400. */
public final class UnidentifiedEventException extends Exception {

    /**
     * A delivery that can't be an event.
     *
     * @param message the reason, for the sender and the operator; contains nothing from the body
     */
    public UnidentifiedEventException(String message) {
        super(message);
    }
}
