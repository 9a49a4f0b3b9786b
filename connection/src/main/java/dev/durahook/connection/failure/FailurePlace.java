package dev.durahook.connection.failure;

/**
 * Names an exception's class and the line of code that threw it. Leaves out the message, which may quote an event or a
 * secret.
 */
public final class FailurePlace {

    private FailurePlace() {}

    /** The class, and the place if the exception has a stack trace. */
    public static String of(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
