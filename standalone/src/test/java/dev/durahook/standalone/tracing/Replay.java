package dev.durahook.standalone.tracing;

import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.workflows.policy.PacedRetries;
import dev.durahook.workflows.processing.DefaultWorkflow;
import dev.durahook.workflows.processing.DiscardInterceptor;
import io.temporal.api.history.v1.History;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.stream.Stream;

/** Runs a stored history again, as a worker does that has not seen the workflow before. */
final class Replay {

    private Replay() {}

    /**
     * Replays a workflow.
     *
     * @param more interceptors in addition to those that every worker has
     */
    static void of(TemporalServer server, String id, WorkerInterceptor... more) throws Exception {
        WorkerInterceptor[] interceptors = Stream.concat(
                        Stream.of(new PacedRetries(), new DiscardInterceptor()), Stream.of(more))
                .toArray(WorkerInterceptor[]::new);
        History history = History.newBuilder()
                .addAllEvents(server.workflows().history(id))
                .build();
        try (TestWorkflowEnvironment environment =
                TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                        .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                                .setWorkerInterceptors(interceptors)
                                .build())
                        .build())) {
            // On a busy machine, a workflow's thread may get no CPU for a second, which the SDK would report as a
            // deadlock.
            WorkerOptions patient = WorkerOptions.newBuilder()
                    .setDefaultDeadlockDetectionTimeout(Duration.ofMinutes(1).toMillis())
                    .build();
            Worker worker = environment.newWorker("replay", patient);
            worker.registerWorkflowImplementationTypes(DefaultWorkflow.class);
            WorkflowReplayer.replayWorkflowExecution(new WorkflowExecutionHistory(history, id), worker);
        }
    }
}
