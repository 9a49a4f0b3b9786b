package dev.durahook.ledger;

import io.temporal.activity.Activity;
import java.sql.Connection;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Makes an effect in a database once, however often its activity is tried. If a worker dies before it can report,
 * Temporal runs the activity again. The key of the effect, stored in the same transaction, tells the new attempt that
 * the effect was made. Effects outside the database, such as a charge or an e-mail, are not covered: pass the key to
 * the receiving service.
 *
 * <p>A second attempt waits while the first attempt is at work, up to {@value LedgerTable#LONGEST_WAIT_SECONDS} s, and
 * then returns the first attempt's result, or does the work if the first attempt has failed. If the work throws, its
 * effect and its key are undone, and the exception is passed on to Temporal unchanged; checked exceptions are wrapped
 * by {@link Activity#wrap}. This ledger works with PostgreSQL.
 */
public final class JdbcLedger implements Ledger {

    /** The table of a ledger for which no table is named. */
    public static final String DEFAULT_TABLE = "durahook_ledger";

    /**
     * How long keys are kept by default: longer than the 30 days for which any known sender delivers an event again.
     */
    public static final Duration DEFAULT_KEEP_FOR = Duration.ofDays(35);

    private final DataSource dataSource;
    private final LedgerTable table;

    /** A ledger in the table {@value #DEFAULT_TABLE}, whose rows expire after 35 days. */
    public JdbcLedger(DataSource dataSource) {
        this(dataSource, DEFAULT_TABLE, DEFAULT_KEEP_FOR);
    }

    /**
     * A ledger in the table of this name.
     *
     * @param table 1 to 40 lower-case letters, digits and underscores; the table is looked up in the connection's
     *     search path
     * @param keepFor the time after which a row expires. The time must be longer than a sender delivers an event again,
     *     and longer than an event stays parked. After the row has expired, an attempt would repeat the effect
     * @throws IllegalArgumentException if the table's name is not valid, or the time is not positive
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

    /** Creates the table if the table is missing, with the statements of {@code postgresql.sql} beside this class. */
    public void createTable() {
        inTransaction(table::create);
    }

    /**
     * Deletes expired rows, the oldest first. Expired rows count until they are deleted. Several workers may call this
     * method at once, without waiting for each other.
     *
     * @param limit the largest number of rows to delete, so that the transaction does not take long
     * @return the number of deleted rows; fewer than the limit if no expired row is left
     * @throws IllegalArgumentException if the limit is less than 1
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
