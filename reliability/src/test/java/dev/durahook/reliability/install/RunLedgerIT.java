package dev.durahook.reliability.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.reliability.handler.LedgerDatabase;
import dev.durahook.testsupport.program.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RunLedgerIT {

    private static Postgres postgres;

    @BeforeAll
    static void start() {
        postgres = Postgres.start();
    }

    @AfterAll
    static void stop() {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void markIsThereUntilTheDatabaseIsPutBack() throws SQLException {
        RunLedger ledger = RunLedger.open(postgres.url());
        BooleanSupplier isKept = ledger.mark();
        assertThat(isKept.getAsBoolean()).isTrue();

        try (Connection connection = LedgerDatabase.at(ledger.url()).getConnection();
                Statement forget = connection.createStatement()) {
            forget.execute("TRUNCATE reliability_effects");
        }
        assertThat(isKept.getAsBoolean()).isFalse();
    }

    @Test
    void markIsNoEffectOfAnEvent() {
        RunLedger ledger = RunLedger.open(postgres.url());
        ledger.mark();

        assertThat(ledger.effects("shop:")).isEmpty();
    }
}
