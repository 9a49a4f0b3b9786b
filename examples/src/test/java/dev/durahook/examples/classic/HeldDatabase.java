package dev.durahook.examples.classic;

import dev.durahook.ledger.JdbcLedger;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.program.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A database that blocks in the middle of the first effect until it is released. */
final class HeldDatabase implements AutoCloseable {

    /** The effect is made but not committed. */
    static final String AFTER_THE_EFFECT = "CREATE TRIGGER hold AFTER INSERT ON processed_payload";

    /** The commit has begun: it will succeed, but the worker will not get the answer. */
    static final String IN_THE_COMMIT =
            "CREATE CONSTRAINT TRIGGER hold AFTER INSERT ON processed_payload DEFERRABLE INITIALLY DEFERRED";

    private final Postgres postgres = Postgres.start();
    private final Connection holder;

    HeldDatabase(String trigger) throws SQLException {
        new LedgerPayloadActivities(new JdbcLedger(postgres.dataSource()));
        holder = postgres.dataSource().getConnection();
        execute("CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN PERFORM pg_advisory_xact_lock(1); RETURN NULL; END'");
        execute(trigger + " FOR EACH ROW EXECUTE FUNCTION hold()");
        execute("SELECT pg_advisory_lock(1)");
    }

    String url() {
        return postgres.url();
    }

    void awaitHeld() {
        Await.until(
                "an effect is held",
                () -> number("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") == 1);
    }

    void letGo() {
        execute("SELECT pg_advisory_unlock(1)");
    }

    /** How many payloads of an event are stored. */
    int effects(String eventId) {
        return number("SELECT count(*) FROM processed_payload WHERE event_id = '" + eventId + "'");
    }

    private int number(String sql) {
        try (Statement statement = holder.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (Statement statement = holder.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}
