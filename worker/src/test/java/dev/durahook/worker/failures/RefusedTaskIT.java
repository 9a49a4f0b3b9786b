package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.labelled.Labelled;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The metric of the alert {@code DurahookWorkflowTasksRefused} counts a workflow task that Temporal does not take. */
@RequiresTemporal
class RefusedTaskIT {

    @Test
    void eachRefusedTaskIsCounted() {
        try (TemporalServer server =
                        TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
                RunningWorker worker =
                        RunningWorker.start(server, List.of(), "spring.main.sources=com.acme.labelled")) {
            Event event = RunningWorker.deliver(server.client(), Labelled.TYPE, attempt -> null);
            Await.until("Temporal has refused two tasks", () -> refused(worker) >= 2);
            assertThat(event.isSettled()).isFalse();
        }
    }

    private static double refused(RunningWorker worker) {
        return worker.count(
                "temporal_request_failure",
                "operation",
                "RespondWorkflowTaskCompleted",
                "status_code",
                "INVALID_ARGUMENT");
    }
}
