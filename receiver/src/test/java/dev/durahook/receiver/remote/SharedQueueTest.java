package dev.durahook.receiver.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.connection.metrics.WatchedQueues;
import dev.durahook.receiver.RunningReceiver;
import dev.durahook.testsupport.frontend.FakeFrontend;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** On the task queue of other workers, which may have workflows of their own, only events count as events. */
class SharedQueueTest {

    @Test
    void onlyWorkflowsOfSourcesAreMeasured() {
        try (FakeFrontend frontend = FakeFrontend.start();
                RunningReceiver receiver = RunningReceiver.on(
                        frontend.target(),
                        "--durahook.workflows.billing.event-types=github.push",
                        "--durahook.workflows.billing.task-queue=billing")) {
            assertThat(receiver.beans(WatchedQueues.class))
                    .filteredOn(queues -> queues.events().contains("billing"))
                    .singleElement()
                    .satisfies(queues -> {
                        assertThat(queues.events()).isEqualTo(Set.of("billing"));
                        assertThat(queues.atWorkFilter())
                                .startsWith("(DurahookStatus IS NULL OR ")
                                .contains(") AND (WorkflowId STARTS_WITH '", "WorkflowId STARTS_WITH 'github:'");
                    });
        }
    }
}
