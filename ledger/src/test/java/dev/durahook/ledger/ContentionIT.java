package dev.durahook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.testsupport.Await;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Several attempts for one effect at the same time. */
class ContentionIT extends LedgerFixture {

    @Test
    void ofSixteenAttemptsAtOnceOneDoesTheWork() throws Exception {
        List<Entry> entries = atOnce(() -> ledger.once("key", MAKE));

        assertThat(entries).filteredOn(Entry::isNew).hasSize(1);
        assertThat(entries).extracting(Entry::result).containsOnly("made");
        assertThat(effects.count("key")).isEqualTo(1);
    }

    @Test
    void attemptThatWaitsDoesTheWorkWhenTheOneBeforeFails() throws Exception {
        CountDownLatch fails = new CountDownLatch(1);
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            Future<Entry> first = executor.submit(() -> ledger.once("key", connection -> {
                Effects.make(connection, "key");
                fails.await();
                throw new IllegalStateException("failed late");
            }));
            Await.until("the first attempt runs", this::anAttemptHasInserted);
            Future<Entry> second = executor.submit(() -> ledger.once("key", MAKE));
            Await.until("the second attempt waits", this::anAttemptWaits);
            fails.countDown();

            assertThatThrownBy(first::get).hasRootCauseMessage("failed late");
            assertThat(second.get()).isEqualTo(new Entry(true, "made"));
            assertThat(effects.count("key")).isEqualTo(1);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void attemptGivesUpWaitingSoThatAttemptsDoNotPileUp() throws Exception {
        ledger.once("key", outer -> {
            assertThatThrownBy(() -> impatient().once("key", MAKE))
                    .cause()
                    .isInstanceOf(SQLTimeoutException.class)
                    .hasMessage("another attempt seems to be at work: it holds the ledger's row key");
            return "";
        });
        assertThat(effects.count("key")).isZero();
    }

    private boolean anAttemptHasInserted() {
        return ask("SELECT count(*) FROM pg_locks WHERE relation = 'effects'::regclass AND mode = 'RowExclusiveLock'");
    }

    private boolean anAttemptWaits() {
        return ask("SELECT count(*) FROM pg_locks WHERE NOT granted");
    }

    private boolean ask(String sql) {
        try {
            return effects.number(sql) > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
