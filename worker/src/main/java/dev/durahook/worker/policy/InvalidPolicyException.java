package dev.durahook.worker.policy;

/** Thrown if a declared policy is invalid. The message begins with the key. */
final class InvalidPolicyException extends RuntimeException {

    InvalidPolicyException(String message, Throwable cause) {
        super(message, cause);
    }
}
