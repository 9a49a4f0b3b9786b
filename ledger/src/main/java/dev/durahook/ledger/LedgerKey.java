package dev.durahook.ledger;

import java.nio.charset.StandardCharsets;

/**
 * The name of an effect, as a text that PostgreSQL can store unchanged.
 *
 * @param value text without the character 0
 */
public record LedgerKey(String value) {

    /**
     * The longest key, in bytes. An event's ID has at most 251 bytes, a step's name 400; an index of PostgreSQL takes
     * 2,700.
     */
    public static final int MAX_BYTES = 1_000;

    /**
     * Checks the key.
     *
     * @throws IllegalArgumentException if PostgreSQL could not store the key; the message says what a key must be
     */
    public LedgerKey {
        require(!value.isEmpty(), "must not be empty");
        require(StandardCharsets.UTF_8.newEncoder().canEncode(value), "must be Unicode text");
        require(value.indexOf('\0') < 0, "must not contain the character 0");
        require(
                value.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES,
                "must not be longer than " + MAX_BYTES + " bytes");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("an effect's key " + message);
        }
    }
}
