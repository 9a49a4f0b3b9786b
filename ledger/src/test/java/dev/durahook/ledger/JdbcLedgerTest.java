package dev.durahook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid arguments are refused before the database is asked. JdbcLedgerIT tests the ledger on a real PostgreSQL. */
class JdbcLedgerTest {

    private static final DataSource UNREACHABLE = (DataSource) Proxy.newProxyInstance(
            JdbcLedgerTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                throw new AssertionError("the database was asked");
            });

    private final JdbcLedger ledger = new JdbcLedger(UNREACHABLE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Effects",
                "effects; DROP TABLE orders",
                "effects--",
                "\"effects\"",
                "audit.effects",
                "1st",
                "effects\n",
                "a_name_of_more_than_40_letters_and_digits"
            })
    void tableIsOnlyAName(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JdbcLedger(UNREACHABLE, name, Duration.ofDays(1)))
                .withMessageContaining("use 1 to 40 lower-case letters, digits and underscores");
    }

    @Test
    void rowIsKeptForSomeTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JdbcLedger(UNREACHABLE, "effects", Duration.ZERO))
                .withMessage("a ledger must keep its rows for longer than 0, not PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JdbcLedger(UNREACHABLE, "effects", Duration.ofDays(-1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\0b", "half a pair: \ud83d"})
    void keyIsTextThatCanBeKept(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.once(key, connection -> ""))
                .withMessageStartingWith("an effect's key must ");
    }

    @Test
    void keyIsNotNull() {
        assertThatNullPointerException().isThrownBy(() -> ledger.once(null, connection -> ""));
    }

    @Test
    void longestKeyHasRoomForAnEventAndAStep() {
        assertThat(new LedgerKey("e".repeat(251) + "/" + "s".repeat(400)).value())
                .hasSize(652);
        assertThat(new LedgerKey("ä".repeat(500)).value()).hasSize(500);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LedgerKey("ä".repeat(500) + "e"))
                .withMessage("an effect's key must not be longer than 1000 bytes");
    }

    @Test
    void nothingIsDeletedWithoutALimit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.deleteExpired(0))
                .withMessage("the limit must be 1 or more, not 0");
    }

    @Test
    void migrationIsShipped() throws Exception {
        try (InputStream file = JdbcLedger.class.getResourceAsStream("/dev/durahook/ledger/postgresql.sql")) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("CREATE TABLE IF NOT EXISTS " + JdbcLedger.DEFAULT_TABLE + " (");
        }
    }
}
