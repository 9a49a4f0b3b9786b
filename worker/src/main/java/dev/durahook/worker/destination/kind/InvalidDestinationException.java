package dev.durahook.worker.destination.kind;

import dev.durahook.connection.configuration.InvalidConfigurationException;

/**
 * Thrown if a declared destination is invalid. The message begins with the key, names the remedy and quotes no value.
 */
public final class InvalidDestinationException extends InvalidConfigurationException {

    /**
     * Creates an exception. {@link DeclaredDestination#invalid} does so for a key of a destination.
     *
     * @param key the whole name of the key
     * @param problem the rest of a sentence that begins with the key
     */
    public InvalidDestinationException(String key, String problem) {
        super(
                key + " " + problem,
                "Correct the value. docs/operations.md lists the keys of a destination, under Destinations.");
    }
}
