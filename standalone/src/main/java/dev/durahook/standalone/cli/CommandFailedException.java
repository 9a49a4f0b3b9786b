package dev.durahook.standalone.cli;

/** A command can't do what it was asked to. Its message is all that is printed. */
final class CommandFailedException extends RuntimeException {

    CommandFailedException(String message) {
        super(message);
    }
}
