package dev.durahook.worker.delivery;

/** A text is no secret. */
final class InvalidSecretException extends RuntimeException {

    private final String key;
    private final String problem;

    InvalidSecretException(String problem) {
        this("secrets", problem);
    }

    /**
     * The same at a key of its destination.
     *
     * @param key such as {@code secret-files[0]}
     */
    InvalidSecretException(String key, String problem) {
        super(key + " " + problem);
        this.key = key;
        this.problem = problem;
    }

    /** The key of its destination that it is at. */
    String key() {
        return key;
    }

    /** The rest of a sentence that begins with the key. It does not quote the text. */
    String problem() {
        return problem;
    }
}
