package dev.durahook.connection;

/** A key under {@code durahook} that none of the applications knows. */
final class UnknownKeyException extends RuntimeException {

    /** Names the key and where it stands; never quotes its value. */
    UnknownKeyException(String key, String origin) {
        super(key + " (" + origin + ") is no key of Durahook");
    }
}
