package dev.durahook.worker.policy;

/** A declared policy makes no sense. The message begins with the key. */
final class InvalidPolicyException extends RuntimeException {

    InvalidPolicyException(String message, Throwable cause) {
        super(message, cause);
    }
}
