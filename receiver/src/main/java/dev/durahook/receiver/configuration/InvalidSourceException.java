package dev.durahook.receiver.configuration;

import dev.durahook.connection.configuration.InvalidConfigurationException;

/**
 * The configuration of a source is not valid. It stops the start. The message quotes no value, which could be a secret
 * at a wrong key, and there is no cause, whose message could quote one.
 */
public final class InvalidSourceException extends InvalidConfigurationException {

    private final String key;
    private final String problem;

    /**
     * A mistake in the configuration.
     *
     * @param key the full configuration key
     * @param problem what is wrong and what to do, as a phrase that follows the key
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

    /** What is wrong and what to do, as a phrase that follows the key. */
    public String problem() {
        return problem;
    }
}
