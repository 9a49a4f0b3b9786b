package dev.durahook.combined;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process whose slots for workflow tasks are all in use goes on accepting: the tasks wait in Temporal. */
@RequiresTemporal
@Timeout(600)
class FullWorkerIT {

    private static final String CAPACITY = "spring.temporal.workers[0].capacity.max-concurrent-workflow-task-";

    @TempDir
    private Path folder;

    @Test
    void startGoesTheNormalWayAndIsProcessedWhenASlotIsFree() throws IOException {
        try (TemporalServer temporal = TemporalServer.start();
                CombinedProcess process = CombinedProcess.start(
                        temporal.target(),
                        folder,
                        "spring.temporal.workers[0].task-queue=durahook",
                        CAPACITY + "executors=4",
                        CAPACITY + "pollers=2")) {
            Histories histories = Histories.of(temporal);
            process.ready();
            for (String id : List.of("1", "2", "3", "4")) {
                assertThat(process.post("held", id)).isEqualTo(202);
                process.awaitHeld(id);
            }
            // The pollers hold two slots, which are filled last. One of them polls the queue of cached workflows, and
            // gives its
            // slot away only when that poll has lasted for a minute.
            assertThat(histories.isEager("1")).isTrue();

            assertThat(process.post("held", "late")).isEqualTo(202);
            assertThat(histories.isEager("late")).isFalse();
            assertThat(process.hasHeld("late")).isFalse();

            CombinedProcess.release(folder);
            histories.awaitCompleted("late");
            assertThat(histories.timedOut("late")).isZero();
        }
    }
}
