package dev.durahook.workflows.ledger;

import io.temporal.activity.Activity;
import java.sql.Connection;

/**
 * Makes an effect in a database once, however often its activity is tried. Handlers and activities ask for this type, so
 * that their tests can do without a database: {@link JdbcLedger} is for production, and {@code durahook-testing} has a
 * ledger in memory.
 */
public interface Ledger {

    /**
     * Does the work in a transaction of its own, unless it was done before. What the work throws undoes the effect and its
     * key; checked exceptions travel as {@link Activity#wrap} packs them.
     *
     * @param key the effect's name: a handler's {@code attempt.idempotencyKey()}, or the event's ID, followed by the step's
     *     where an event has several effects; 1 to {@value LedgerKey#MAX_BYTES} bytes
     * @throws IllegalArgumentException if the key is empty, too long or no text that PostgreSQL keeps
     */
    Entry once(String key, Work work);

    /**
     * Does the work in the caller's transaction, unless it was done before. The caller commits; if the work throws,
     * only what it did is undone.
     *
     * @param connection the one that the caller's transaction uses
     * @param key as of {@link #once(String, Work)}
     * @throws IllegalStateException if the connection commits by itself
     */
    Entry once(Connection connection, String key, Work work);
}
