package dev.durahook.receiver.source;

/**
 * A declared source that can't be meant. Stops the start. It quotes no value, which could be a secret under a wrong
 * key, and
 * has no cause, which could quote one.
 */
public final class InvalidSourceException extends RuntimeException {

    private final String key;
    private final String problem;

    /**
     * A mistake in the configuration.
     *
     * @param key the key it is at, in full
     * @param problem what is wrong and what to do, to be read after the key
     */
    public InvalidSourceException(String key, String problem) {
        super(key + " " + problem);
        this.key = key;
        this.problem = problem;
    }

    /** The key, in full. */
    public String key() {
        return key;
    }

    /** What is wrong and what to do. */
    public String problem() {
        return problem;
    }
}
