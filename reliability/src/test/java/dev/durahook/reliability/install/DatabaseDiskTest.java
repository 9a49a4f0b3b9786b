package dev.durahook.reliability.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.loadsupport.process.ShellCommand;
import dev.durahook.reliability.process.Node;
import dev.durahook.testsupport.process.ProcessSignal;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What happens after the disk was freed. No disk is filled. */
class DatabaseDiskTest {

    private static final String RUNS = "echo " + ProcessHandle.current().pid();
    private static final String HAS_ENDED = "false";
    private static final String HAS_LEFT_NO_ID = "true";

    private final AtomicInteger starts = new AtomicInteger();
    private final AtomicInteger questions = new AtomicInteger();

    @Test
    void databaseThatHasEndedIsStartedAgain() {
        DatabaseDisk.awaitAnswer(database(HAS_ENDED), () -> starts.get() == 1);
        assertThat(starts).hasValue(1);
        DatabaseDisk.awaitAnswer(database(HAS_LEFT_NO_ID), () -> starts.get() == 2);
        assertThat(starts).hasValue(2);
    }

    @Test
    void databaseThatRecoversByItselfIsLeftAlone() {
        DatabaseDisk.awaitAnswer(database(RUNS), () -> questions.incrementAndGet() == 3);
        assertThat(starts).hasValue(0);
    }

    @Test
    void databaseIsLeftAloneIfTheServerAnswers() {
        DatabaseDisk.awaitAnswer(database(HAS_ENDED), () -> true);
        assertThat(starts).hasValue(0);
    }

    private Node database(String id) {
        return Node.given("database", ProcessSignal.INT, new ShellCommand(id), starts::incrementAndGet);
    }
}
