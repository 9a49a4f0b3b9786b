package dev.durahook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows are kept for their time and deleted without blocking other transactions. */
class ExpiryIT extends LedgerFixture {

    private final JdbcLedger forgetful = new JdbcLedger(dataSource, JdbcLedger.DEFAULT_TABLE, Duration.ofMillis(1));

    @Test
    void expiredRowCountsUntilItIsDeleted() throws SQLException {
        forgetful.once("key", MAKE);
        effects.execute("SELECT pg_sleep(0.01)");
        assertThat(ledger.once("key", MAKE).isNew()).isFalse();

        assertThat(ledger.deleteExpired(10)).isEqualTo(1);
        assertThat(ledger.once("key", MAKE).isNew()).isTrue();
        assertThat(ledger.deleteExpired(10)).isZero();
    }

    @Test
    void expiredRowsAreDeletedInBatchesOldestFirst() throws SQLException {
        for (int i = 0; i < 25; i++) {
            forgetful.once("expired-" + i, MAKE);
        }
        ledger.once("kept", MAKE);
        effects.execute("SELECT pg_sleep(0.01)");

        assertThat(ledger.deleteExpired(10)).isEqualTo(10);
        assertThat(ledger.once("expired-9", MAKE).isNew()).isTrue();
        assertThat(ledger.once("expired-10", MAKE).isNew()).isFalse();
        assertThat(ledger.deleteExpired(10)).isEqualTo(10);
        assertThat(ledger.deleteExpired(10)).isEqualTo(5);
        assertThat(ledger.once("kept", MAKE).isNew()).isFalse();
    }

    @Test
    void deletionIsSafeBesideOtherDeletionsAndNewEffects() throws Exception {
        for (int i = 0; i < 200; i++) {
            forgetful.once("expired-" + i, connection -> "");
        }
        effects.execute("SELECT pg_sleep(0.01)");
        List<Integer> deleted = atOnce(() -> {
            ledger.once("kept-" + Thread.currentThread().getName(), MAKE);
            int sum = 0;
            for (int i = 0; i < 50; i++) {
                sum += ledger.deleteExpired(7);
            }
            return sum;
        });

        assertThat(deleted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(200);
        assertThat(effects.number("SELECT count(*) FROM durahook_ledger")).isEqualTo(ATTEMPTS);
    }

    @Test
    void lockedRowIsLeftForTheNextDeletion() throws SQLException {
        forgetful.once("held", MAKE);
        effects.execute("SELECT pg_sleep(0.01)");
        try (Connection connection = transaction()) {
            connection.createStatement().execute("SELECT * FROM durahook_ledger FOR UPDATE");
            assertThat(impatient().deleteExpired(10)).isZero();
            // Without this, the server would notice the closed connection only a little later.
            connection.rollback();
        }
        assertThat(ledger.deleteExpired(10)).isEqualTo(1);
    }

    @Test
    void rowIsKeptFor35Days() throws SQLException {
        ledger.once("key", MAKE);
        assertThat(effects.number("SELECT extract(day FROM expires_at - recorded_at) FROM durahook_ledger"))
                .isEqualTo(35);
    }
}
