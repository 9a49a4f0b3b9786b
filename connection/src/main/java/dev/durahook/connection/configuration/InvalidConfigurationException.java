package dev.durahook.connection.configuration;

import org.jspecify.annotations.Nullable;

/**
 * The application can't run with its configuration on this machine, and an operator can correct the configuration. This
 * exception stops the start, and Spring Boot prints the message and the remedy instead of a stack trace. The message
 * names the key and never quotes its value, which may be a secret.
 */
public class InvalidConfigurationException extends RuntimeException {

    private final String remedy;

    /**
     * Takes no cause: the messages of file systems and parsers quote their input, which may be a secret.
     *
     * @param message what is wrong, with the configuration key or the environment variable
     * @param remedy what to do
     */
    public InvalidConfigurationException(String message, String remedy) {
        this(message, remedy, null);
    }

    /**
     * Takes a cause, which must not quote a secret.
     *
     * @param message what is wrong, with the configuration key or the environment variable
     * @param remedy what to do
     */
    public InvalidConfigurationException(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /**
     * Says what is wrong with one key.
     *
     * @param key the configuration key or the environment variable
     * @param problem what is wrong: the rest of a sentence that begins with the key
     * @param remedy what to do
     */
    public static InvalidConfigurationException ofKey(String key, String problem, String remedy) {
        return new InvalidConfigurationException(key + " " + problem, remedy);
    }

    /**
     * Says what is wrong with the file that a key names.
     *
     * @param key the configuration key or the environment variable
     * @param problem what is wrong, without the path: the rest of a sentence that begins with the file
     * @param form what the file must be, such as {@code a UTF-8 file of at most 65536 bytes}
     */
    public static InvalidConfigurationException ofFile(String key, String problem, String form) {
        return ofKey(
                key,
                "names a file that " + problem,
                "Correct the path or the file: it must be " + form + " that this process may read.");
    }

    /** Returns what the operator must do to correct the configuration. */
    public final String remedy() {
        return remedy;
    }
}
