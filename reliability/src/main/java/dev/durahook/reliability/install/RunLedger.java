package dev.durahook.reliability.install;

import dev.durahook.ledger.JdbcLedger;
import dev.durahook.reliability.handler.LedgerDatabase;
import dev.durahook.reliability.record.EventKind;
import dev.durahook.reliability.record.SeenEffect;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The database of the handler's ledger.
 *
 * @param url the JDBC URL
 * @param own the server, if the run has started it
 */
public record RunLedger(String url, @Nullable EmbeddedPostgres own) implements AutoCloseable {

    /**
     * Prepares the database.
     *
     * @param url the JDBC URL of a PostgreSQL database; null starts a PostgreSQL for the run
     * @throws IllegalStateException if there is no such database, or no PostgreSQL can be started
     */
    static RunLedger open(@Nullable String url) {
        RunLedger ledger = url == null ? start() : new RunLedger(url, null);
        new JdbcLedger(LedgerDatabase.at(ledger.url)).createTable();
        try (Connection connection = LedgerDatabase.at(ledger.url).getConnection();
                Statement create = connection.createStatement()) {
            create.execute(LedgerDatabase.CREATE);
            return ledger;
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger's database can't be used: " + e.getMessage(), e);
        }
    }

    private static RunLedger start() {
        try {
            EmbeddedPostgres own = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new RunLedger(own.getJdbcUrl("postgres", "postgres"), own);
        } catch (IOException | IllegalStateException e) {
            throw new IllegalStateException(
                    "PostgreSQL can't be started here: give the URL of a database with --ledger", e);
        }
    }

    /** The effects of events whose IDs begin with a text. */
    public List<SeenEffect> effects(String prefix) {
        try (Connection connection = LedgerDatabase.at(url).getConnection();
                PreparedStatement find = connection.prepareStatement(LedgerDatabase.FIND)) {
            find.setString(1, prefix);
            List<SeenEffect> effects = new ArrayList<>();
            ResultSet found = find.executeQuery();
            while (found.next()) {
                effects.add(
                        new SeenEffect(EventKind.BOOKED, found.getString(1), found.getString(2), found.getString(3)));
            }
            return effects;
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger's effects can't be read", e);
        }
    }

    /**
     * Adds a row that belongs to no event. If the database is put back to an earlier moment, the row is gone.
     *
     * @return tells whether the row is still there
     */
    BooleanSupplier mark() {
        String mark = "mark:" + UUID.randomUUID();
        try (Connection connection = LedgerDatabase.at(url).getConnection()) {
            LedgerDatabase.addEffect(connection, mark, mark, "");
            return () -> !effects(mark).isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger's database can't be marked: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (own != null) {
            try {
                own.close();
            } catch (IOException e) {
                throw new IllegalStateException("PostgreSQL did not stop", e);
            }
        }
    }
}
