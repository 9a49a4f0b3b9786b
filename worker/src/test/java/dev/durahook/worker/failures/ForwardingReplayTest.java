package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.forwarding.Forwarding;
import dev.durahook.workflows.policy.PacedRetries;
import dev.durahook.workflows.processing.DiscardInterceptor;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.interceptors.WorkerInterceptor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Histories of a team's own workflow that sends its event to a destination: as a scheduled activity, as it was before
 * first attempts were made inside the workflow task, and with such an attempt.
 */
class ForwardingReplayTest {

    static final Path HISTORIES = Path.of("src/test/resources/forwarding-histories");

    private static final List<WorkerInterceptor> INTERCEPTORS = List.of(new DiscardInterceptor(), new PacedRetries());
    private static final Class<?>[] WORKFLOWS = {
        Forwarding.ForwardingWorkflow.class, Forwarding.LimitedWorkflow.class, Forwarding.UnnamedWorkflow.class
    };

    static List<Path> histories() throws IOException {
        return RecordedHistories.in(HISTORIES);
    }

    @ParameterizedTest
    @MethodSource("histories")
    void recordedHistoryReplays(Path history) throws Exception {
        RecordedHistories.replay(history, INTERCEPTORS, WORKFLOWS);
    }

    @Test
    void everyBehaviourHasAHistory() throws IOException {
        assertThat(histories())
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "default-policy-failed-and-retried.json",
                        "default-policy-parked-and-retried.json",
                        "default-policy-succeeded.json",
                        "destination-policy-failed-and-retried.json",
                        "destination-policy-parked-and-retried.json",
                        "destination-policy-succeeded.json",
                        "failed-and-retried.json",
                        "scheduled-and-retried.json",
                        "scheduled-and-succeeded.json",
                        "succeeded.json");
    }

    static void replay(WorkflowExecutionHistory history) throws Exception {
        RecordedHistories.replay(history, INTERCEPTORS, WORKFLOWS);
    }
}
