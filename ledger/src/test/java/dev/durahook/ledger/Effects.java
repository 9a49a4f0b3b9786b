package dev.durahook.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A table with a row for each time that an effect was made. */
final class Effects {

    private final DataSource dataSource;

    Effects(DataSource dataSource) throws SQLException {
        this.dataSource = dataSource;
        execute("CREATE TABLE IF NOT EXISTS effects (key text)");
    }

    /** Makes one effect. */
    static void make(Connection connection, String key) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO effects VALUES (?)")) {
            insert.setString(1, key);
            insert.executeUpdate();
        }
    }

    /** How many committed effects other connections see. */
    int count(String key) throws SQLException {
        return number("SELECT count(*) FROM effects WHERE key = '" + key + "'");
    }

    /** The result of a query. */
    int number(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Runs a statement in the database. */
    void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
