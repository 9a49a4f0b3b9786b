package dev.durahook.receiver.source;

/** A verified delivery that can't be an event: what its scheme demands is missing or malformed. Answered with 400. */
public final class UnidentifiedEventException extends Exception {

    /**
     * @param message what is missing, for the sender and the operator; quotes nothing of the body
     */
    public UnidentifiedEventException(String message) {
        super(message);
    }
}
