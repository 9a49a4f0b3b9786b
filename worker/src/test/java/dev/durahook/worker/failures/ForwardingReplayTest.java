package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.forwarding.Forwarding;
import dev.durahook.workflows.policy.PacedRetries;
import dev.durahook.workflows.processing.DiscardInterceptor;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Histories of a team's own workflow that sends its event to a destination: as a scheduled activity, as it was before
 * first attempts were made inside the workflow task, and with such an attempt.
 */
class ForwardingReplayTest {

    static final Path HISTORIES = Path.of("src/test/resources/forwarding-histories");

    static List<Path> histories() throws IOException {
        try (Stream<Path> files = Files.list(HISTORIES)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void recordedHistoryReplays(Path history) throws Exception {
        replay(WorkflowExecutionHistory.fromJson(Files.readString(history)));
    }

    @Test
    void everyBehaviourHasAHistory() throws IOException {
        assertThat(histories())
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "failed-and-retried.json",
                        "scheduled-and-retried.json",
                        "scheduled-and-succeeded.json",
                        "succeeded.json");
    }

    /** Replays a history of the workflow. */
    static void replay(WorkflowExecutionHistory history) throws Exception {
        TestEnvironmentOptions options = TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(new DiscardInterceptor(), new PacedRetries())
                        .build())
                .build();
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(options)) {
            Worker worker = environment.newWorker("replay");
            worker.registerWorkflowImplementationTypes(
                    Forwarding.ForwardingWorkflow.class, Forwarding.LimitedWorkflow.class);
            WorkflowReplayer.replayWorkflowExecution(history, worker);
        }
    }
}
