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
     * @param problem what is wrong and what to do: the rest of a sentence that begins with the configuration key, such
     *     as {@code is a folder: name a file in it}
     */
    public InvalidTextException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** The problem and the remedy: the rest of a sentence that begins with the configuration key. */
    public String problem() {
        return problem;
    }
}
