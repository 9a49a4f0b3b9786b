package dev.durahook.worker.destination;

/**
 * Thrown if a declared destination is invalid. The message begins with the key, names the remedy and quotes no value.
 */
final class InvalidDestinationException extends RuntimeException {

    InvalidDestinationException(String key, String problem) {
        super(key + " " + problem);
    }
}
