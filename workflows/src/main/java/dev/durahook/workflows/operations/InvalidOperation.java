package dev.durahook.workflows.operations;

import io.temporal.failure.ApplicationFailure;

/** The failure with which an operation ends if its input can't be carried out. Its message has an input that works. */
public final class InvalidOperation {

    /** The failure's type. */
    public static final String TYPE = "InvalidOperation";

    private InvalidOperation() {}

    /** Says what is wrong with the operation's input, and shows an input that works. */
    public static ApplicationFailure of(Operation operation, String problem) {
        return of(problem + ". An input that works: " + operation.example());
    }

    /** Says what is wrong, if no input would work. */
    public static ApplicationFailure of(String problem) {
        return ApplicationFailure.newNonRetryableFailure(problem, TYPE);
    }
}
