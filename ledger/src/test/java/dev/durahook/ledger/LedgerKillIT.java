package dev.durahook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.process.JavaProcess;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** SIGKILL to the process that makes an effect; a second attempt runs in another process. */
class LedgerKillIT extends LedgerFixture {

    private final Work secondAttempt = connection -> {
        Effects.make(connection, "key");
        return "made by the second";
    };

    @Test
    void effectThatWasNotCommittedIsMadeByTheSecondAttempt() throws SQLException {
        killAt(DyingWorker.BEFORE_COMMIT);

        assertThat(ledger.once("key", secondAttempt)).isEqualTo(new Entry(true, "made by the second"));
        assertThat(effects.count("key")).isEqualTo(1);
    }

    @Test
    void committedButUnreportedEffectIsNotRepeated() throws SQLException {
        killAt(DyingWorker.AFTER_COMMIT);

        assertThat(ledger.once("key", secondAttempt)).isEqualTo(new Entry(false, "made by the first"));
        assertThat(effects.count("key")).isEqualTo(1);
    }

    private void killAt(String point) {
        try (JavaProcess worker = JavaProcess.of(DyingWorker.class)
                .arguments(databaseUrl(), point)
                .start()) {
            worker.awaitLine(point);
            worker.kill();
        }
    }
}
