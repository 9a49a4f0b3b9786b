package dev.durahook.receiver.http.body;

/** Thrown when a body can't be read. */
final class BodyException extends Exception {

    private final transient BodyFailure failure;

    BodyException(BodyFailure failure) {
        super(failure.name());
        this.failure = failure;
    }

    BodyFailure failure() {
        return failure;
    }

    /** Records no stack trace: this exception only carries the failure to the response. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
