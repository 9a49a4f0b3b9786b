package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.labelled.Labelled;
import com.acme.labelled.Signalled;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.spring.boot.ActivityImpl;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
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

    // Temporal refuses the end of the workflow, and offers the task again with the signal.
    @Test
    void endOfAWorkflowThatHasJustReceivedASignalIsNotCounted() {
        try (TemporalServer server =
                        TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
                RunningWorker worker = RunningWorker.start(
                        server,
                        List.of(),
                        application -> application.registerBean(OneSignal.class, () -> new OneSignal(server.client())),
                        "spring.main.sources=com.acme.labelled")) {
            Event event = RunningWorker.deliver(server.client(), Signalled.TYPE, attempt -> null);
            Await.until("the event is processed", event::isSettled);
            assertThat(server.workflows().history(event.id()).toString()).contains("UNHANDLED_COMMAND");
            assertThat(refused(worker)).isZero();
        }
    }

    private static double refused(RunningWorker worker) {
        return worker.functionCount("durahook.workflow-tasks.refused");
    }

    /** Sends a signal to the event's workflow, once. */
    @ActivityImpl(taskQueues = "durahook")
    static final class OneSignal implements Signalled.Sender {

        private final WorkflowClient client;
        private final AtomicBoolean sent = new AtomicBoolean();

        OneSignal(WorkflowClient client) {
            this.client = client;
        }

        @Override
        public String send(String event) {
            if (sent.compareAndSet(false, true)) {
                client.newUntypedWorkflowStub(event).signal("noted");
            }
            return "sent";
        }
    }
}
