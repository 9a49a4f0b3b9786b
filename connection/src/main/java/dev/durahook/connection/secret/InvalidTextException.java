package dev.durahook.connection.secret;

/**
 * A file or a value of the configuration can't be used. The message names the remedy and never quotes the text, which
 * may be a secret.
 */
public final class InvalidTextException extends IllegalArgumentException {

    private final String fact;
    private final String problem;

    /**
     * Refuses a file or a value.
     *
     * @param problem what is wrong and what to do: the rest of a sentence that begins with the configuration key, such
     *     as {@code is a folder: name a file in it}
     */
    public InvalidTextException(String problem) {
        this(problem, problem);
    }

    private InvalidTextException(String fact, String problem) {
        super(problem);
        this.fact = fact;
        this.problem = problem;
    }

    /**
     * Refuses a file with a remedy that may quote its path.
     *
     * @param fact what is wrong with the file, such as {@code is a folder}; must not quote the path
     * @param remedy what to do, such as {@code name a file in '/run/secrets'}
     */
    static InvalidTextException ofFile(String fact, String remedy) {
        return new InvalidTextException(fact, fact + ": " + remedy);
    }

    /** The problem of a file, without its path: the rest of a sentence that begins with the file. */
    public String fact() {
        return fact;
    }

    /** The problem and the remedy: the rest of a sentence that begins with the configuration key. */
    public String problem() {
        return problem;
    }
}
