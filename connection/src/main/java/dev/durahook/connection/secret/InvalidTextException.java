package dev.durahook.connection.secret;

/**
 * A file or a value of the configuration can't be used. The message names the remedy and never quotes the text, which
 * may be a secret.
 */
public final class InvalidTextException extends IllegalArgumentException {

    private final String problem;

    /**
     * Refuses a file or a value.
     *
     * @param problem what is wrong and what to do, as a sentence whose subject is the configuration key
     */
    public InvalidTextException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** What is wrong and what to do, as a sentence whose subject is the configuration key. */
    public String problem() {
        return problem;
    }
}
