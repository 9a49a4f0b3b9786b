package dev.durahook.combined;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process whose slots for workflow tasks are all in use goes on accepting: the tasks wait in Temporal. */
@RequiresTemporal
class FullWorkerIT {

    private static final String CAPACITY = "spring.temporal.workers[0].capacity.max-concurrent-workflow-task-";

    @TempDir
    private Path folder;

    @Test
    void eventIsStartedWithoutItsTaskAndProcessedWhenASlotIsFree() throws IOException {
        try (TemporalServer temporal = TemporalServer.start();
                CombinedProcess process = CombinedProcess.start(
                        temporal.target(),
                        folder,
                        "spring.temporal.workers[0].task-queue=durahook",
                        CAPACITY + "executors=4",
                        CAPACITY + "pollers=2")) {
            Histories histories = Histories.of(temporal);
            process.ready();
            for (String id : List.of("1", "2", "3")) {
                assertThat(process.post("held", id)).isEqualTo(202);
                process.awaitHeld(id);
            }
            // Two of the four slots were free for eager tasks. The third task came by a poll.
            // The last slot stays with the poll for the tasks of cached workflows.
            assertThat(histories.isEager("1")).isTrue();

            assertThat(process.post("held", "late")).isEqualTo(202);
            assertThat(histories.isEager("late")).isFalse();

            CombinedProcess.release(folder);
            histories.awaitCompleted("late");
        }
    }
}
