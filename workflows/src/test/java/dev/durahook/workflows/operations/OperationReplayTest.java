package dev.durahook.workflows.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.operations.run.OperationWorkflow;
import dev.durahook.workflows.processing.DiscardInterceptor;
import dev.durahook.workflows.shop.Shop;
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

/** Operations that were begun by an older worker go on with this one. {@link OperationHistoryRecorder} has made the histories. */
class OperationReplayTest {

    static List<String> histories() throws IOException {
        try (Stream<Path> files = Files.list(OperationHistoryRecorder.HISTORIES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void recordedHistoryReplays(String history) throws Exception {
        TestEnvironmentOptions options = TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(new DiscardInterceptor())
                        .build())
                .build();
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(options)) {
            Worker worker = environment.newWorker("replay", Shop.patient());
            worker.registerWorkflowImplementationTypes(OperationWorkflow.class);
            WorkflowReplayer.replayWorkflowExecutionFromResource("operations/" + history, worker);
        }
    }

    @Test
    void everyBehaviourHasAHistory() throws IOException {
        assertThat(histories())
                .contains(
                        "cancelled.json",
                        "completed.json",
                        "continued.json",
                        "continued-and-done.json",
                        "refused.json");
    }
}
