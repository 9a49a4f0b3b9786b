package dev.durahook.connection.secret;

/** A file or a value of the configuration can't be used. The message names the remedy and quotes nothing of the text. */
public final class InvalidTextException extends IllegalArgumentException {

    private final String problem;

    /**
     * A text that can't be used.
     *
     * @param problem what is wrong and what to do, to be read after the key of the file or the value
     */
    public InvalidTextException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** What is wrong and what to do, to be read after the key of the file or the value. */
    public String problem() {
        return problem;
    }
}
