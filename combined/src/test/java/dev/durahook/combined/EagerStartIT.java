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
    void firstTaskComesWithTheStartInOneProcess() throws IOException {
        try (TemporalServer temporal = TemporalServer.start();
                CombinedProcess combined = CombinedProcess.start(temporal.target(), folder)) {
            Histories histories = Histories.of(temporal);
            assertThat(combined.ready().post("unheard", "1")).isEqualTo(202);
            histories.awaitCompleted("1");

            assertThat(histories.isEager("1")).isTrue();
            assertThat(combined.post("unheard", "1")).isEqualTo(200);
        }
    }

    @Test
    void separateReceiverLeavesTheFirstTaskToTemporal() throws IOException {
        try (TemporalServer temporal = TemporalServer.start();
                CombinedProcess worker = CombinedProcess.start(temporal.target(), folder);
                CombinedProcess receiver = receiver(temporal)) {
            Histories histories = Histories.of(temporal);
            worker.ready();
            assertThat(receiver.ready().post("unheard", "1")).isEqualTo(202);
            histories.awaitCompleted("1");

            assertThat(histories.isEager("1")).isFalse();
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
