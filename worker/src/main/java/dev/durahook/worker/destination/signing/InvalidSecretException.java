package dev.durahook.worker.destination.signing;

/** Thrown if a destination's secret file can't be read or holds no valid secret. */
public final class InvalidSecretException extends RuntimeException {

    private final String key;
    private final String problem;

    /**
     * Creates an exception for the file at this key of its destination.
     *
     * @param key such as {@code secret-files[0]}
     */
    InvalidSecretException(String key, String problem) {
        super(key + " " + problem);
        this.key = key;
        this.problem = problem;
    }

    /** Returns the key of the destination that names the file. */
    public String key() {
        return key;
    }

    /** Returns the rest of a sentence that begins with the key. It does not quote the secret. */
    public String problem() {
        return problem;
    }
}
