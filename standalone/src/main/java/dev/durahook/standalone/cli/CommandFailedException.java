package dev.durahook.standalone.cli;

/** A command has failed. Only the message is printed, without a stack trace. */
final class CommandFailedException extends RuntimeException {

    CommandFailedException(String message) {
        super(message);
    }
}
