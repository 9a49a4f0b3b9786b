package dev.durahook.connection;

/**
 * A setting of the connection is not valid, which stops the start. The message never quotes the value, which may be a
 * secret.
 */
final class InvalidConnectionException extends RuntimeException {

    private final String remedy;

    /**
     * Takes no cause, because the messages of file systems and parsers quote their input.
     *
     * @param key the environment variable or configuration key
     * @param problem what is wrong: the rest of a sentence that begins with the key
     * @param remedy what to do
     */
    InvalidConnectionException(String key, String problem, String remedy) {
        super(key + " " + problem);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
