package dev.durahook.worker.delivery;

/** A declared destination makes no sense. The message begins with the key, names the remedy and quotes no value. */
final class InvalidDestinationException extends RuntimeException {

    InvalidDestinationException(String key, String problem) {
        super(key + " " + problem);
    }
}
