package dev.durahook.testing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.ledger.Entry;
import dev.durahook.ledger.Ledger;
import dev.durahook.ledger.Work;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The in-memory ledger behaves as JdbcLedgerIT proves it for PostgreSQL's ledger. */
class InMemoryLedgerTest {

    private static final Work MAKE = connection -> "made";

    private final InMemoryLedger ledger = new InMemoryLedger();

    @Test
    void secondCallDoesNothingAndGetsTheFirstOnesResult() {
        assertThat(ledger.once("key", MAKE)).isEqualTo(new Entry(true, "made"));
        assertThat(ledger.once("key", connection -> "again")).isEqualTo(new Entry(false, "made"));
        assertThat(ledger.once("empty", connection -> "")).isEqualTo(new Entry(true, ""));
        assertThat(ledger.once("empty", MAKE)).isEqualTo(new Entry(false, ""));
        assertThat(ledger.keys()).containsExactly("key", "empty");
    }

    @Test
    void workThatThrowsIsDoneAgain() {
        IllegalStateException refused = new IllegalStateException("refused");
        assertThatThrownBy(() -> ledger.once("key", failing(refused))).isSameAs(refused);
        IOException checked = new IOException("unreadable");
        assertThatThrownBy(() -> ledger.once("key", failing(checked))).cause().isSameAs(checked);
        assertThatThrownBy(() -> ledger.once("key", connection -> null))
                .hasMessage("the work must return a text, which may be empty, and not null");
        assertThat(ledger.keys()).isEmpty();
        assertThat(ledger.once("key", MAKE).isNew()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\0b", "half a pair: \ud83d"})
    void keyIsTextThatPostgresqlKeeps(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.once(key, MAKE))
                .withMessageStartingWith("an effect's key must ");
    }

    @Test
    @Timeout(60)
    void attemptWaitsForARunningAttemptAndGetsItsResult() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger effects = new AtomicInteger();
        CompletableFuture<Entry> first = CompletableFuture.supplyAsync(() -> ledger.once("key", connection -> {
            begun.countDown();
            goOn.await();
            return "effect " + effects.incrementAndGet();
        }));
        begun.await();
        FutureTask<Entry> second =
                new FutureTask<>(() -> ledger.once("key", connection -> "effect " + effects.incrementAndGet()));
        Thread thread = new Thread(second);
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(second).as("the second attempt").isNotDone();
            Thread.sleep(1);
        }
        goOn.countDown();
        assertThat(first.get()).isEqualTo(new Entry(true, "effect 1"));
        assertThat(second.get()).isEqualTo(new Entry(false, "effect 1"));
    }

    @Test
    void effectMayContainAnEffectOfAnotherKey() {
        assertThat(ledger.once("outer", connection -> ledger.once("inner", MAKE).result()))
                .isEqualTo(new Entry(true, "made"));
        assertThat(ledger.keys()).containsExactly("inner", "outer");
    }

    @Test
    void ledgerWithoutADatabaseNamesTheRemedy() {
        assertThatThrownBy(() -> ledger.once("key", connection -> {
                    connection.prepareStatement("INSERT INTO orders VALUES (1)");
                    return "";
                }))
                .hasMessageContaining("This test has no database, and the work calls Connection.prepareStatement")
                .hasMessageContaining("new InMemoryLedger(dataSource)");
        assertThat(ledger.once("key", String::valueOf).result()).isEqualTo("[no database]");
    }

    @Test
    void workGetsAConnectionInATransactionIfThereIsADatabase() {
        List<String> calls = new ArrayList<>();
        Ledger withDatabase = new InMemoryLedger(recording(calls));
        withDatabase.once("key", connection -> {
            connection.nativeSQL("INSERT");
            return "";
        });
        withDatabase.once("key", MAKE);
        assertThatThrownBy(() -> withDatabase.once("another", failing(new IOException("failed"))));
        assertThat(calls)
                .containsExactly(
                        "setAutoCommit",
                        "nativeSQL",
                        "commit",
                        "setAutoCommit",
                        "close",
                        "setAutoCommit",
                        "rollback",
                        "setAutoCommit",
                        "close");
    }

    @Test
    void connectionOfTheCallerMustNotCommitByItself() throws Exception {
        List<String> calls = new ArrayList<>();
        Connection connection = recording(calls).getConnection();
        assertThatThrownBy(() -> ledger.once(connection, "key", MAKE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("begin a transaction");
        connection.setAutoCommit(false);
        assertThat(ledger.once(connection, "key", same -> same == connection ? "the caller's" : "another"))
                .isEqualTo(new Entry(true, "the caller's"));
        assertThat(calls).containsExactly("setAutoCommit", "setSavepoint", "releaseSavepoint");
    }

    // The caller may catch the exception and commit.
    @Test
    void workThatThrowsInTheCallersTransactionIsUndoneAlone() throws Exception {
        List<String> calls = new ArrayList<>();
        Connection connection = recording(calls).getConnection();
        connection.setAutoCommit(false);
        assertThatThrownBy(() -> ledger.once(connection, "key", same -> {
                    same.nativeSQL("INSERT");
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");
        assertThat(calls).containsExactly("setAutoCommit", "setSavepoint", "nativeSQL", "rollback");
        assertThat(ledger.keys()).isEmpty();
    }

    private static Work failing(Exception failure) {
        return connection -> {
            throw failure;
        };
    }

    /** A database that records its calls. Its connections commit automatically until that is switched off. */
    private static DataSource recording(List<String> calls) {
        Connection connection = proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("getAutoCommit")) {
                return !calls.contains("setAutoCommit");
            }
            calls.add(method.getName());
            return method.getReturnType() == String.class ? "" : null;
        });
        return proxy(DataSource.class, (proxy, method, arguments) -> connection);
    }

    private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(InMemoryLedgerTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
