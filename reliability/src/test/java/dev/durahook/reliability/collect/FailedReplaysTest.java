package dev.durahook.reliability.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedReplaysTest {

    private static final String FAILED = "2026-11-29T03:00:00.000Z  WARN 1 --- [Workflow Executor] i.t.i.r.Handler :"
            + " Workflow task processing failure. startedEventId=9, WorkflowId=shop:1, RunId=abc. If seen continuously";
    private static final String CAUSE = "Caused by: io.temporal.worker.NonDeterministicException: no command";

    @Test
    void causeIsInTheStackTraceBelowTheLine() {
        assertThat(FailedReplays.in(Stream.of(FAILED, "java.lang.RuntimeException: x", "\tat y", CAUSE)))
                .containsExactly("shop:1");
    }

    @Test
    void otherFailuresOfATaskAreLeftOut() {
        assertThat(FailedReplays.in(Stream.of(FAILED, "java.lang.OutOfMemoryError: Java heap space")))
                .isEmpty();
    }

    @Test
    void causeBelowAnotherLineIsNotThisWorkflows() {
        assertThat(FailedReplays.in(Stream.of(FAILED, "\tat y", "2026-11-29T03:00:01.000Z  INFO something", CAUSE)))
                .isEmpty();
    }

    @Test
    void allLogsOfTheFolderAreRead(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("001-worker.log"), FAILED + "\n" + CAUSE + "\n");
        Files.writeString(
                folder.resolve("002-worker-older.log"), FAILED.replace("shop:1", "shop:2") + "\n" + CAUSE + "\n");
        Files.writeString(folder.resolve("seen-scored"), FAILED.replace("shop:1", "shop:3") + "\n" + CAUSE + "\n");

        assertThat(FailedReplays.in(folder)).containsExactlyInAnyOrder("shop:1", "shop:2");
    }
}
