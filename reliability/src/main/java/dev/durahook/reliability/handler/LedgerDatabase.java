package dev.durahook.reliability.handler;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** The database in which a handler makes its effects. The table of effects has no unique key, so repeats are seen. */
public final class LedgerDatabase {

    /** The system property with the database's JDBC URL. */
    public static final String URL = "durahook.reliability.database";

    /** Creates the table of effects if it is missing. The table of an earlier version has no column for the body. */
    public static final String CREATE =
            "CREATE TABLE IF NOT EXISTS reliability_effects (ledger_key text NOT NULL, event_id text NOT NULL);"
                    + "ALTER TABLE reliability_effects ADD COLUMN IF NOT EXISTS body text NOT NULL DEFAULT ''";

    /** Finds the effects of events whose IDs begin with a text. */
    public static final String FIND =
            "SELECT ledger_key, event_id, body FROM reliability_effects WHERE starts_with(event_id, ?)";

    private static final int CONNECT_SECONDS = 5;
    private static final int ANSWER_SECONDS = 10;

    private LedgerDatabase() {}

    /** A data source without a pool, which gives up when the database does not answer. */
    public static PGSimpleDataSource at(String url) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setConnectTimeout(CONNECT_SECONDS);
        database.setLoginTimeout(CONNECT_SECONDS);
        database.setSocketTimeout(ANSWER_SECONDS);
        return database;
    }

    /** Adds an effect in the connection's transaction. */
    public static String addEffect(Connection connection, String key, String eventId, String body) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO reliability_effects VALUES (?, ?, ?)")) {
            insert.setString(1, key);
            insert.setString(2, eventId);
            insert.setString(3, body);
            insert.executeUpdate();
        }
        return "booked";
    }
}
