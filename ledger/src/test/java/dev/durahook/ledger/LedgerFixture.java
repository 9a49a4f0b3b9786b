package dev.durahook.ledger;

import dev.durahook.testsupport.program.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A database with an empty ledger and no effects. */
abstract class LedgerFixture {

    static final Work MAKE = connection -> {
        Effects.make(connection, "key");
        return "made";
    };
    static final int ATTEMPTS = 16;

    private static Postgres postgres;

    final DataSource dataSource = postgres.dataSource();
    final JdbcLedger ledger = new JdbcLedger(dataSource);
    Effects effects;

    @BeforeAll
    static void startDatabase() {
        postgres = Postgres.start();
    }

    @AfterAll
    static void stopDatabase() {
        if (postgres != null) {
            postgres.close();
        }
    }

    @BeforeEach
    void empty() throws SQLException {
        effects = new Effects(dataSource);
        ledger.createTable();
        effects.execute("TRUNCATE effects, durahook_ledger");
    }

    /** The address of the database for another process. */
    static String databaseUrl() {
        return postgres.url();
    }

    /** A data source whose connections have these settings. */
    static DataSource dataSource(Map<String, String> settings) {
        return postgres.dataSource(settings);
    }

    /** A ledger whose database ends a statement that waits for a lock, so that a test fails instead of hanging. */
    static JdbcLedger impatient() {
        return new JdbcLedger(postgres.dataSource(Map.of("lock_timeout", "30s")));
    }

    Connection transaction() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** Makes the effect and fails. */
    static Work failing(Exception failure) {
        return connection -> {
            Effects.make(connection, "key");
            throw failure;
        };
    }

    /** The results of {@value #ATTEMPTS} threads. */
    static <R> List<R> atOnce(Callable<R> call) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(ATTEMPTS);
        try {
            List<R> results = new ArrayList<>();
            for (Future<R> future : executor.invokeAll(Collections.nCopies(ATTEMPTS, call))) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}
