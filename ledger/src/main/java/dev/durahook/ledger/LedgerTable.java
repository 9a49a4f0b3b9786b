package dev.durahook.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads and writes the rows of the ledger's table. Times are those of the database, so that all workers use the same
 * clock.
 */
record LedgerTable(String name, Duration keepFor) {

    // If a worker freezes, it holds its row until the database gives up on the connection, which can take hours.
    // Without a limit of the wait, each new attempt would occupy a thread and a connection meanwhile.
    static final int LONGEST_WAIT_SECONDS = 10;

    private static final String CANCELED = "57014";

    // The table's name becomes part of the SQL. PostgreSQL cuts names, that of the index as well, at 63 bytes.
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,39}");

    LedgerTable {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name
                    + "' can't be the name of a ledger's table: use 1 to 40 lower-case letters, digits and underscores,"
                    + " and begin with a letter or an underscore");
        }
        if (keepFor.isNegative() || keepFor.isZero()) {
            throw new IllegalArgumentException("a ledger must keep its rows for longer than 0, not " + keepFor);
        }
    }

    Entry once(Connection connection, LedgerKey key, Work work) throws Exception {
        while (!insert(connection, key)) {
            Optional<Entry> previous = find(connection, key);
            if (previous.isPresent()) {
                return previous.get();
            }
            // The row of the earlier attempt had expired and was deleted just now.
        }
        String result = storable(Objects.requireNonNull(
                work.run(connection), "the work must return a text, which may be empty, and not null"));
        remember(connection, key, result);
        return new Entry(true, result);
    }

    // PostgreSQL stores no character 0. The text may come from an event, and the work is done by now: it must not fail.
    private static String storable(String result) {
        return result.replace('\0', '\uFFFD');
    }

    private boolean insert(Connection connection, LedgerKey key) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + name
                + " (key, recorded_at, expires_at) VALUES (?, now(), now() + make_interval(secs => ?))"
                + " ON CONFLICT (key) DO NOTHING")) {
            insert.setQueryTimeout(LONGEST_WAIT_SECONDS);
            insert.setString(1, key.value());
            insert.setDouble(2, keepFor.toMillis() / 1e3);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw CANCELED.equals(e.getSQLState()) ? occupied(key, e) : e;
        }
    }

    private static SQLException occupied(LedgerKey key, SQLException cause) {
        return new SQLTimeoutException(
                "another attempt seems to be at work: it holds the ledger's row " + key.value(), CANCELED, cause);
    }

    private Optional<Entry> find(Connection connection, LedgerKey key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT result FROM " + name + " WHERE key = ?")) {
            select.setString(1, key.value());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(new Entry(false, rows.getString(1))) : Optional.empty();
            }
        }
    }

    // The empty text is written as well. If the work has hidden the exception of a failed statement, PostgreSQL rolls
    // back instead of committing, and its driver does not report that; the next statement reports it.
    private void remember(Connection connection, LedgerKey key, String result) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE " + name + " SET result = ? WHERE key = ?")) {
            update.setString(1, result);
            update.setString(2, key.value());
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("the work ended the transaction that it was given");
            }
        }
    }

    // The subquery is materialised so that the limit is applied once; a plan could otherwise evaluate the subquery
    // again and again.
    int deleteExpired(Connection connection, int limit) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("WITH expired AS MATERIALIZED (SELECT key FROM "
                + name + " WHERE expires_at < now() ORDER BY expires_at LIMIT ? FOR UPDATE SKIP LOCKED) DELETE FROM "
                + name + " USING expired WHERE " + name + ".key = expired.key")) {
            delete.setInt(1, limit);
            return delete.executeUpdate();
        }
    }

    // The lock is needed because PostgreSQL's IF NOT EXISTS fails if two workers that start together create the same
    // table at once.
    boolean create(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(hashtext('" + name + "'))");
            return statement.execute(ddl().replace(JdbcLedger.DEFAULT_TABLE, name));
        }
    }

    private static String ddl() throws IOException {
        try (InputStream file = Objects.requireNonNull(LedgerTable.class.getResourceAsStream("postgresql.sql"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
