package dev.durahook.connection;

/** A key of the connection has a value that can't work. Never quotes the value, which may be a secret. */
final class InvalidConnectionException extends RuntimeException {

    private final String remedy;

    /**
     * Without a cause: the messages of file systems and parsers quote what they were given.
     *
     * @param key the environment variable or configuration key
     * @param problem what is wrong, to be read after the key
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
