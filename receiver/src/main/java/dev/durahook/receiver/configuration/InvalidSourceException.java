package dev.durahook.receiver.configuration;

import dev.durahook.connection.configuration.InvalidConfigurationException;

/**
 * The configuration of a source is not valid; the application does not start. The message quotes no value, because a
 * secret could have been written under a wrong key. The exception has no cause, because the message of a cause could
 * quote a value.
 */
public final class InvalidSourceException extends InvalidConfigurationException {

    private final String key;
    private final String problem;

    /**
     * A mistake in the configuration.
     *
     * @param key the full configuration key
     * @param problem what is wrong and how to correct it: the rest of a sentence that begins with the key
     */
    public InvalidSourceException(String key, String problem) {
        super(
                "A webhook source is not configured correctly: " + key + " " + problem + ".",
                "Correct the key " + key + " in the configuration and start again.");
        this.key = key;
        this.problem = problem;
    }

    /** The full configuration key. */
    public String key() {
        return key;
    }

    /** The problem and its remedy: the rest of a sentence that begins with the key. */
    public String problem() {
        return problem;
    }
}
