package dev.durahook.receiver.http;

/** Ends the reading of a body. */
final class BodyException extends Exception {

    private final transient BodyFailure failure;

    BodyException(BodyFailure failure) {
        super(failure.name());
        this.failure = failure;
    }

    BodyFailure failure() {
        return failure;
    }

    /** A value on its way to an answer: nobody reads its stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
