package dev.durahook.workflows.ledger;

import io.temporal.activity.Activity;
import java.sql.Connection;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Makes an effect in a database once, however often its activity is tried. Temporal runs an activity again whose worker
 * died before it could report; the key of the effect, stored in the same transaction, tells the new attempt that the
 * effect is there. Effects elsewhere, a charge or an e-mail, are not covered: give the receiving service the key.
 *
 * <p>A second attempt waits while the first is at work, up to {@value LedgerTable#LONGEST_WAIT_SECONDS} s, and then
 * finds its result, or does the work if the first has failed. Whatever the work throws undoes its effect and its key and
 * is left to Temporal as it is; checked exceptions travel as {@link Activity#wrap} packs them. For PostgreSQL.
 */
public final class JdbcLedger implements Ledger {

    /** The table of a ledger that names none. */
    public static final String DEFAULT_TABLE = "durahook_ledger";

    /** Longer than any known sender delivers again, which is 30 days. */
    public static final Duration DEFAULT_KEEP_FOR = Duration.ofDays(35);

    private final DataSource dataSource;
    private final LedgerTable table;

    /** A ledger in the table {@value #DEFAULT_TABLE}, whose rows expire after 35 days. */
    public JdbcLedger(DataSource dataSource) {
        this(dataSource, DEFAULT_TABLE, DEFAULT_KEEP_FOR);
    }

    /**
     * A ledger of its own table.
     *
     * @param table 1 to 40 lower-case letters, digits and underscores; looked up in the connection's search path
     * @param keepFor when a row expires: longer than the event's sender delivers again, and than an event is left
     *     parked; after that, an attempt would repeat the effect
     * @throws IllegalArgumentException if the table's name is not one, or the time is not positive
     */
    public JdbcLedger(DataSource dataSource, String table, Duration keepFor) {
        this.dataSource = dataSource;
        this.table = new LedgerTable(table, keepFor);
    }

    @Override
    public Entry once(String key, Work work) {
        LedgerKey valid = new LedgerKey(key);
        return inTransaction(connection -> table.once(connection, valid, work));
    }

    @Override
    public Entry once(Connection connection, String key, Work work) {
        LedgerKey valid = new LedgerKey(key);
        try {
            return Transaction.nested(connection, inner -> table.once(inner, valid, work));
        } catch (Exception e) {
            throw Activity.wrap(e);
        }
    }

    /** Creates the table, if it is missing, as {@code postgresql.sql} beside this class does. */
    public void createTable() {
        inTransaction(table::create);
    }

    /**
     * Deletes expired rows, the oldest first. Until then they count. Several workers may call it at once: none waits for
     * another.
     *
     * @param limit how many at most, so that no transaction takes long
     * @return how many were deleted; fewer than the limit when none is left
     */
    public int deleteExpired(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit must be 1 or more, not " + limit);
        }
        return inTransaction(connection -> table.deleteExpired(connection, limit));
    }

    private <R> R inTransaction(Transaction.Body<R> body) {
        try (Connection connection = dataSource.getConnection()) {
            return Transaction.committed(connection, body);
        } catch (Exception e) {
            throw Activity.wrap(e);
        }
    }
}
