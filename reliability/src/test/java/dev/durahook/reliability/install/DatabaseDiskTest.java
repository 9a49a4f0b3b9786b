package dev.durahook.reliability.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.loadsupport.process.ShellCommand;
import dev.durahook.reliability.process.Node;
import dev.durahook.testsupport.process.ProcessSignal;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** A run waits for the server after it has freed the disk. The tests have no server and no small disk. */
class DatabaseDiskTest {

    private static final String RUNS = "echo " + ProcessHandle.current().pid();
    private static final String HAS_ENDED = "false";
    private static final String HAS_LEFT_NO_ID = "true";

    private final AtomicInteger starts = new AtomicInteger();
    private final AtomicInteger questions = new AtomicInteger();

    @Test
    void databaseThatHasEndedIsStartedAgain() {
        awaitAnswer(HAS_ENDED, () -> starts.get() == 1);
        assertThat(starts).hasValue(1);
        awaitAnswer(HAS_LEFT_NO_ID, () -> starts.get() == 2);
        assertThat(starts).hasValue(2);
    }

    @Test
    void databaseThatRecoversByItselfIsLeftAlone() {
        awaitAnswer(RUNS, () -> questions.incrementAndGet() == 3);
        assertThat(starts).hasValue(0);
    }

    @Test
    void databaseIsLeftAloneIfTheServerAnswers() {
        awaitAnswer(HAS_ENDED, () -> true);
        assertThat(starts).hasValue(0);
    }

    private void awaitAnswer(String id, BooleanSupplier answers) {
        Node database = database(id);
        TestedTemporal.await("127.0.0.1:1", answers, () -> DatabaseDisk.startIfEnded(database));
    }

    private Node database(String id) {
        return Node.given("database", ProcessSignal.INT, new ShellCommand(id), starts::incrementAndGet);
    }
}
