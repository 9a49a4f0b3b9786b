package dev.durahook.connection;

/** The configuration has a key under {@code durahook} that no application knows. */
final class UnknownKeyException extends RuntimeException {

    /** Names the key and the place where it is written; never quotes its value. */
    UnknownKeyException(String key, String origin) {
        super(key + " (" + origin + ") is not a key of Durahook");
    }
}
