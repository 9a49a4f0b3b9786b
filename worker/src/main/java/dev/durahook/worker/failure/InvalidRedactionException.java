package dev.durahook.worker.failure;

/** Thrown if a declared value can't be hidden. The message begins with the key, and quotes no value. */
final class InvalidRedactionException extends RuntimeException {

    InvalidRedactionException(String message) {
        super(message);
    }
}
