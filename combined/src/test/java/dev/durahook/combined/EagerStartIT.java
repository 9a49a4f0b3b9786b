package dev.durahook.combined;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.ReceiverApplication;
import dev.durahook.testsupport.process.JavaProcess;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Temporal's answer to a start contains the first task only if receiver and worker are one process. */
@RequiresTemporal
class EagerStartIT {

    @TempDir
    private Path folder;

    @Test
    void firstTaskComesWithTheStartInOneProcessAndASeparateReceiverLeavesItToTemporal() throws IOException {
        try (TemporalServer temporal = TemporalServer.start();
                CombinedProcess combined = CombinedProcess.start(temporal.target(), folder);
                CombinedProcess receiver = receiver(temporal)) {
            Histories histories = Histories.of(temporal);
            assertThat(combined.ready().post("unheard", "together")).isEqualTo(202);
            histories.awaitCompleted("together");
            assertThat(histories.isEager("together")).isTrue();
            assertThat(combined.post("unheard", "together")).isEqualTo(200);

            assertThat(receiver.ready().post("unheard", "apart")).isEqualTo(202);
            histories.awaitCompleted("apart");
            assertThat(histories.isEager("apart")).isFalse();
        }
    }

    // The worker is on the class path of these tests.
    private CombinedProcess receiver(TemporalServer temporal) {
        return new CombinedProcess(
                JavaProcess.of(ReceiverApplication.class),
                temporal.target(),
                folder,
                Stream.of("spring.autoconfigure.exclude=dev.durahook.worker.WorkerAutoConfiguration"));
    }
}
