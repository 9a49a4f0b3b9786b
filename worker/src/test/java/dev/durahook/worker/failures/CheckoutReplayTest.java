package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.checkout.Checkout;
import dev.durahook.workflows.policy.PacedRetries;
import dev.durahook.workflows.processing.DiscardInterceptor;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.interceptors.WorkerInterceptor;
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

/** Histories of a team's own workflow whose steps made their first attempts inside the workflow task. */
class CheckoutReplayTest {

    static final Path HISTORIES = Path.of("src/test/resources/histories");

    static List<Path> histories() throws IOException {
        try (Stream<Path> files = Files.list(HISTORIES)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void recordedHistoryReplays(Path history) throws Exception {
        replay(history, new DiscardInterceptor(), new PacedRetries());
    }

    @Test
    void everyBehaviourHasAHistory() throws IOException {
        assertThat(histories())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("failed-and-retried.json", "longer-than-a-task.json", "succeeded.json");
    }

    @Test
    void replayNeedsTheInterceptor() {
        assertThatThrownBy(() -> replay(HISTORIES.resolve("succeeded.json"), new DiscardInterceptor()))
                .hasStackTraceContaining("NonDeterministicException");
    }

    private static void replay(Path history, WorkerInterceptor... interceptors) throws Exception {
        replay(WorkflowExecutionHistory.fromJson(Files.readString(history)), interceptors);
    }

    /** Replays a history of the workflow on a worker with these interceptors. */
    static void replay(WorkflowExecutionHistory history, WorkerInterceptor... interceptors) throws Exception {
        TestEnvironmentOptions options = TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(interceptors)
                        .build())
                .build();
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(options)) {
            Worker worker = environment.newWorker("replay");
            worker.registerWorkflowImplementationTypes(Checkout.CheckoutWorkflow.class);
            WorkflowReplayer.replayWorkflowExecution(history, worker);
        }
    }
}
