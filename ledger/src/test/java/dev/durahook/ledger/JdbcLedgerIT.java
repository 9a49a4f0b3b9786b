package dev.durahook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An effect and its key are committed together or not at all. */
class JdbcLedgerIT extends LedgerFixture {

    @Test
    void secondCallDoesNothingAndGetsTheFirstOnesResult() throws SQLException {
        assertThat(ledger.once("key", MAKE)).isEqualTo(new Entry(true, "made"));
        assertThat(ledger.once("key", MAKE)).isEqualTo(new Entry(false, "made"));
        assertThat(effects.count("key")).isEqualTo(1);
    }

    @Test
    void resultMayBeEmptyButNotMissing() {
        assertThat(ledger.once("empty", connection -> "")).isEqualTo(new Entry(true, ""));
        assertThat(ledger.once("empty", connection -> "not run")).isEqualTo(new Entry(false, ""));
        assertThatThrownBy(() -> ledger.once("key", connection -> null))
                .hasMessage("the work must return a text, which may be empty, and not null");
        assertThat(ledger.once("key", MAKE).isNew()).isTrue();
    }

    @Test
    void resultMayHaveACharacterThatPostgresCanNotStore() throws SQLException {
        Work work = connection -> {
            Effects.make(connection, "key");
            return "booked 7\0";
        };

        assertThat(ledger.once("key", work)).isEqualTo(new Entry(true, "booked 7\uFFFD"));
        assertThat(ledger.once("key", work)).isEqualTo(new Entry(false, "booked 7\uFFFD"));
        assertThat(effects.count("key")).isEqualTo(1);
    }

    @Test
    void keysAreComparedAsBytes() {
        List<String> keys = List.of("key", "Key", "key ", "k\u0065\u0301y", "k\u00e9y", "e'; DROP TABLE effects; --");
        assertThat(keys)
                .allSatisfy(key -> assertThat(ledger.once(key, MAKE).isNew()).isTrue());
        assertThat(keys)
                .allSatisfy(key -> assertThat(ledger.once(key, MAKE).isNew()).isFalse());
    }

    @Test
    void longestKeyIsKept() {
        String longest = "\u20ac".repeat(333);
        assertThat(ledger.once(longest, MAKE).isNew()).isTrue();
        assertThat(ledger.once(longest, MAKE).isNew()).isFalse();
    }

    @Test
    void workThatThrowsLeavesNothingAndIsDoneAgain() throws SQLException {
        IllegalStateException refused = new IllegalStateException("refused");
        assertThatThrownBy(() -> ledger.once("key", failing(refused))).isSameAs(refused);
        assertThat(effects.count("key")).isZero();

        assertThat(ledger.once("key", MAKE).isNew()).isTrue();
        assertThat(effects.count("key")).isEqualTo(1);
    }

    @Test
    void errorOfTheWorkLeavesNothing() throws SQLException {
        StackOverflowError error = new StackOverflowError();
        assertThatThrownBy(() -> ledger.once("key", connection -> {
                    Effects.make(connection, "key");
                    throw error;
                }))
                .isSameAs(error);
        assertThat(effects.count("key")).isZero();
        assertThat(ledger.once("key", MAKE).isNew()).isTrue();
    }

    @Test
    void workThatHidesARefusedStatementDoesNotCountAsDone() throws SQLException {
        assertThatThrownBy(() -> ledger.once("key", connection -> {
                    Effects.make(connection, "key");
                    try {
                        connection.createStatement().execute("no SQL");
                    } catch (SQLException hidden) {
                        return "";
                    }
                    throw new AssertionError("it was accepted");
                }))
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(effects.count("key")).isZero();
        assertThat(ledger.once("key", MAKE).isNew()).isTrue();
    }

    @Test
    void workThatRollsBackDoesNotCountAsDone() throws SQLException {
        assertThatThrownBy(() -> ledger.once("key", connection -> {
                    Effects.make(connection, "key");
                    connection.rollback();
                    return "";
                }))
                .hasMessage("the work ended the transaction that it was given");
        assertThat(ledger.once("key", MAKE).isNew()).isTrue();
        assertThat(effects.count("key")).isEqualTo(1);
    }

    @Test
    void checkedExceptionTravelsAsTemporalPacksIt() {
        IOException checked = new IOException("unreadable");
        assertThatThrownBy(() -> ledger.once("key", failing(checked))).cause().isSameAs(checked);
    }

    @Test
    void statementTimeoutOfTheDatabaseEndsAnAttemptAndTheNextOneSucceeds() throws SQLException {
        JdbcLedger hasty = new JdbcLedger(dataSource(Map.of("statement_timeout", "200ms")));
        assertThatThrownBy(() -> hasty.once("key", connection -> {
                    Effects.make(connection, "key");
                    connection.createStatement().execute("SELECT pg_sleep(60)");
                    return "";
                }))
                .hasRootCauseMessage("ERROR: canceling statement due to statement timeout");
        assertThat(effects.count("key")).isZero();
        // Not with the hasty one: on a busy machine its short time may be over again.
        assertThat(ledger.once("key", MAKE).isNew()).isTrue();
    }

    @Test
    void connectionOfAPoolIsGivenBackAsItWas() throws SQLException {
        try (Connection pooled = dataSource.getConnection()) {
            JdbcLedger ofOne = new JdbcLedger(Pool.of(pooled));
            ofOne.once("key", MAKE);
            assertThatThrownBy(() -> ofOne.once("another", failing(new IOException("failed"))));
            assertThat(pooled.getAutoCommit()).isTrue();
            pooled.setAutoCommit(false);
            ofOne.once("third", MAKE);
            assertThat(pooled.getAutoCommit()).isFalse();
        }
        assertThat(effects.number("SELECT count(*) FROM durahook_ledger")).isEqualTo(2);
    }

    @Test
    void tableOfAnotherNameIsCreatedByWorkersThatStartTogether() throws Exception {
        JdbcLedger named = new JdbcLedger(dataSource, "effects_of_the_shop", Duration.ofDays(3));
        atOnce(() -> {
            named.createTable();
            return true;
        });

        assertThat(named.once("key", MAKE).isNew()).isTrue();
        assertThat(ledger.once("key", MAKE).isNew()).isTrue();
        assertThat(effects.number("SELECT count(*) FROM pg_indexes WHERE tablename = 'effects_of_the_shop'"))
                .isEqualTo(2);
    }

    @Test
    void missingTableIsNamed() {
        assertThatThrownBy(() -> new JdbcLedger(dataSource, "absent", Duration.ofDays(1)).once("key", MAKE))
                .hasRootCauseMessage("ERROR: relation \"absent\" does not exist\n  Position: 13");
    }
}
