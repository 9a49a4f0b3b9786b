package dev.durahook.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The effect of an event is made once, even if the event is delivered many times. */
@RequiresTemporal
class OneEffectIT {

    private static final int DELIVERIES = 200;

    @TempDir
    private Path folder;

    @Test
    void of200DeliveriesAtOnceAndAgainAfterItHasCompleted() throws Exception {
        try (TemporalServer temporal =
                        TemporalServer.start(TemporalServerOptions.inMemory().withPatientTasks());
                Installation installation = new Installation(temporal.target(), folder)) {
            List<Integer> first = deliverAtOnce(installation);
            temporal.workflows()
                    .awaitStatus("webhook:same", WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
            List<Integer> again = deliverAtOnce(installation);

            assertThat(first).filteredOn(status -> status == 202).hasSize(1);
            assertThat(first).filteredOn(status -> status == 200).hasSize(DELIVERIES - 1);
            assertThat(again).hasSize(DELIVERIES).containsOnly(200);
            assertThat(installation.effects()).containsExactly("webhook:same");
            temporal.workflows().awaitCount("WorkflowId = 'webhook:same'", 1);
        }
    }

    // As senders do: a machine that stands still may answer that the body came too late, or that Temporal did.
    private static int deliver(Installation installation) throws Exception {
        int status = installation.post("same");
        while (status == 503) {
            status = installation.post("same");
        }
        return status;
    }

    private static List<Integer> deliverAtOnce(Installation installation) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(DELIVERIES);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < DELIVERIES; i++) {
                answers.add(senders.submit(() -> deliver(installation)));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        } finally {
            senders.shutdownNow();
        }
    }
}
