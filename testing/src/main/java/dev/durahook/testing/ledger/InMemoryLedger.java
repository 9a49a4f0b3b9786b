package dev.durahook.testing.ledger;

import dev.durahook.ledger.Entry;
import dev.durahook.ledger.Ledger;
import dev.durahook.ledger.LedgerKey;
import dev.durahook.ledger.Transaction;
import dev.durahook.ledger.Work;
import io.temporal.activity.Activity;
import java.sql.Connection;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A ledger for the test of a handler. As in {@code JdbcLedger}, an effect is made once, work that throws is done again,
 * and an attempt waits while another attempt is at work on the same key. The keys are in memory, so no PostgreSQL is
 * needed.
 *
 * <p>Without a database, the work gets a connection that fails when it is used: give the handler a fake that does not
 * use the connection. With a {@link DataSource}, such as that of H2, the work gets a connection of this database, in a
 * transaction.
 *
 * <p>The key of work in the caller's transaction is kept even if the caller rolls back later.
 */
public final class InMemoryLedger implements Ledger {

    private static final int LONGEST_WAIT_SECONDS = 10;

    private final @Nullable DataSource dataSource;
    private final Map<String, String> results = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, Semaphore> atWork = new ConcurrentHashMap<>();

    /** A ledger without a database. */
    public InMemoryLedger() {
        this.dataSource = null;
    }

    /** A ledger whose work gets connections of this database. */
    public InMemoryLedger(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Entry once(String key, Work work) {
        LedgerKey valid = new LedgerKey(key);
        try {
            return once(valid, () -> committed(work));
        } catch (Exception e) {
            throw Activity.wrap(e);
        }
    }

    @Override
    public Entry once(Connection connection, String key, Work work) {
        LedgerKey valid = new LedgerKey(key);
        try {
            return Transaction.nested(connection, inner -> once(valid, () -> work.run(inner)));
        } catch (Exception e) {
            throw Activity.wrap(e);
        }
    }

    /** The keys of the effects that were made, in the order in which they were made. */
    public List<String> keys() {
        synchronized (results) {
            return new ArrayList<>(results.keySet());
        }
    }

    private Entry once(LedgerKey key, Effect effect) throws Exception {
        Semaphore turn = atWork.computeIfAbsent(key.value(), same -> new Semaphore(1));
        if (!turn.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
            throw new SQLTimeoutException(
                    "another attempt seems to be at work: it holds the ledger's row " + key.value());
        }
        try {
            String known = results.get(key.value());
            return known == null ? new Entry(true, made(key, effect)) : new Entry(false, known);
        } finally {
            turn.release();
        }
    }

    private String made(LedgerKey key, Effect effect) throws Exception {
        String result =
                Objects.requireNonNull(effect.make(), "the work must return a text, which may be empty, and not null");
        results.put(key.value(), result);
        return result;
    }

    private String committed(Work work) throws Exception {
        if (dataSource == null) {
            return work.run(NoDatabase.connection());
        }
        try (Connection connection = dataSource.getConnection()) {
            return Transaction.committed(connection, work::run);
        }
    }

    /** The work that makes the effect, if the effect was not made before. */
    @FunctionalInterface
    private interface Effect {
        String make() throws Exception;
    }
}
