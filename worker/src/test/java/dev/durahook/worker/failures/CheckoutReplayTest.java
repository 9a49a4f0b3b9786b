package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.checkout.Checkout;
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

/** Histories of a team's own workflow whose steps made their first attempts inside the workflow task. */
class CheckoutReplayTest {

    static final Path HISTORIES = Path.of("src/test/resources/histories");

    private static final List<WorkerInterceptor> INTERCEPTORS = List.of(new DiscardInterceptor(), new PacedRetries());

    static List<Path> histories() throws IOException {
        return RecordedHistories.in(HISTORIES);
    }

    @ParameterizedTest
    @MethodSource("histories")
    void recordedHistoryReplays(Path history) throws Exception {
        RecordedHistories.replay(history, INTERCEPTORS, Checkout.CheckoutWorkflow.class);
    }

    @Test
    void everyBehaviourHasAHistory() throws IOException {
        assertThat(histories())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("failed-and-retried.json", "longer-than-a-task.json", "succeeded.json");
    }

    @Test
    void replayNeedsTheInterceptor() {
        assertThatThrownBy(() -> RecordedHistories.replay(
                        HISTORIES.resolve("succeeded.json"),
                        List.of(new DiscardInterceptor()),
                        Checkout.CheckoutWorkflow.class))
                .hasStackTraceContaining("NonDeterministicException");
    }

    static void replay(WorkflowExecutionHistory history) throws Exception {
        RecordedHistories.replay(history, INTERCEPTORS, Checkout.CheckoutWorkflow.class);
    }
}
