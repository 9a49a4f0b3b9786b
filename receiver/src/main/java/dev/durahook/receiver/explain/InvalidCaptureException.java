package dev.durahook.receiver.explain;

/** A captured request that can't be read. The message names the remedy. */
public final class InvalidCaptureException extends IllegalArgumentException {

    InvalidCaptureException(String message) {
        super(message);
    }
}
