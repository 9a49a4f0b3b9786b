package dev.durahook.receiver.explain;

/** A captured request can't be parsed. The message names the remedy. */
public final class InvalidCaptureException extends IllegalArgumentException {

    InvalidCaptureException(String message) {
        super(message);
    }
}
