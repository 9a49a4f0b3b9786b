package dev.durahook.ledger;

import io.temporal.activity.Activity;
import java.sql.Connection;

/**
 * Makes an effect in a database once, however often its activity is tried. Handlers and activities use this type, so
 * that their tests need no database: {@link JdbcLedger} is for production, and {@code durahook-testing} has a ledger in
 * memory.
 */
public interface Ledger {

    /**
     * Does the work in a transaction of its own, unless it was done before. If the work throws, its effect and its key
     * are undone; checked exceptions are wrapped by {@link Activity#wrap}.
     *
     * @param key the effect's name: a handler's {@code attempt.idempotencyKey()}, or the event's ID, followed by the
     *     step's name if an event has several effects; 1 to {@value LedgerKey#MAX_BYTES} bytes
     * @throws IllegalArgumentException if the key is empty, too long or not a text that PostgreSQL can store
     */
    Entry once(String key, Work work);

    /**
     * Does the work in the caller's transaction, unless it was done before. The caller commits. If the work throws,
     * only the changes of the work are undone.
     *
     * @param connection the connection of the caller's transaction
     * @param key as for {@link #once(String, Work)}
     * @throws IllegalStateException if the connection is in auto-commit mode
     */
    Entry once(Connection connection, String key, Work work);
}
