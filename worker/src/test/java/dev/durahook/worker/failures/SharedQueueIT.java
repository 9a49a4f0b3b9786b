package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.remote.RemoteMark;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.DynamicWorkflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Durahook's worker and another worker poll one task queue by mistake, and only the other one has the workflows. */
@RequiresTemporal
class SharedQueueIT {

    private static final String QUEUE = "shared";

    // With so many polls, and only two of Durahook's worker, few tasks come to that worker, which delays each of them
    // by ten seconds.
    private static final WorkerOptions MANY_POLLS =
            WorkerOptions.newBuilder().setMaxConcurrentWorkflowTaskPollers(40).build();

    @Test
    void everyEventIsProcessedByTheWorkerThatHasTheWorkflow() {
        try (TemporalServer server =
                        TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
                RunningWorker durahook = RunningWorker.start(
                        server,
                        List.of(),
                        "durahook.worker.task-queues=durahook," + QUEUE,
                        "spring.temporal.workers[0].task-queue=" + QUEUE,
                        "spring.temporal.workers[0].capacity.max-concurrent-workflow-task-pollers=2")) {
            List<WorkflowStub> events = new ArrayList<>();
            IntStream.range(0, 3).forEach(number -> events.add(deliver(server, "shop:" + number)));
            Await.until("Durahook's worker has refused all, and one on record", () -> {
                if (!events.stream().allMatch(event -> isDelayed(server, event))) {
                    return false;
                }
                if (durahook.failedWorkflowTasks() == 0) {
                    events.add(deliver(server, "shop:" + events.size()));
                    return false;
                }
                return true;
            });
            WorkerFactory others = WorkerFactory.newInstance(server.client());
            others.newWorker(QUEUE, MANY_POLLS)
                    .registerWorkflowImplementationFactory(DynamicWorkflow.class, () -> arguments -> "elsewhere");
            others.start();

            assertThat(events)
                    .allSatisfy(
                            event -> assertThat(event.getResult(String.class)).isEqualTo("elsewhere"));
            others.shutdownNow();
            assertThat(durahook.failedWorkflowTasks()).isPositive();
        }
    }

    // Whether Durahook's worker has refused the event's task.
    private static boolean isDelayed(TemporalServer server, WorkflowStub event) {
        return server.workflows().history(event.getExecution().getWorkflowId()).stream()
                .anyMatch(SharedQueueIT::isRefusal);
    }

    // If a busy machine loses a workflow task on its way, Temporal records that, and no refusal of a further task.
    private static boolean isRefusal(HistoryEvent event) {
        return event.hasWorkflowTaskFailedEventAttributes() || event.hasWorkflowTaskTimedOutEventAttributes();
    }

    private static WorkflowStub deliver(TemporalServer server, String id) {
        WorkflowStub workflow = server.client()
                .newUntypedWorkflowStub(
                        "shop.paid",
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue(QUEUE)
                                .setMemo(RemoteMark.memo("orders"))
                                .build());
        workflow.start(
                new WebhookEvent(id, "shop", "shop.paid", Instant.now(), Map.of(), null),
                EventBody.of(new byte[] {'1'}));
        return workflow;
    }
}
