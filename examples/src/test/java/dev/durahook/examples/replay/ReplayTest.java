package dev.durahook.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.examples.classic.UserCreated;
import dev.durahook.examples.classic.UserCreatedWorkflow;
import dev.durahook.examples.classic.WebhookPayload;
import dev.durahook.examples.github.GithubPush.GithubPushWorkflow;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.policy.PacedRetries;
import dev.durahook.workflows.processing.DiscardInterceptor;
import dev.durahook.workflows.processing.Step;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {

    static List<String> histories() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/histories"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void recordedHistoryReplays(String history) throws Exception {
        replay(history, UserCreatedWorkflow.class, GithubPushWorkflow.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook.user_created", "github.push"})
    void everyBehaviourOfAnExampleHasAHistory(String type) throws IOException {
        assertThat(histories())
                .contains(
                        type + "-succeeded.json",
                        type + "-retried.json",
                        type + "-parked-and-retried.json",
                        type + "-parked-and-discarded.json");
    }

    @Test
    void changedWorkflowDoesNotReplay() {
        assertThatThrownBy(() -> replay("webhook.user_created-succeeded.json", RenamedActivity.class))
                .hasStackTraceContaining("NonDeterministicException");
    }

    private static void replay(String history, Class<?>... workflows) throws Exception {
        TestEnvironmentOptions options = TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(new DiscardInterceptor(), new PacedRetries())
                        .build())
                .build();
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(options)) {
            // On a busy machine, a workflow's thread may get no CPU for a second, which the SDK would report as a
            // deadlock.
            WorkerOptions patient = WorkerOptions.newBuilder()
                    .setDefaultDeadlockDetectionTimeout(Duration.ofMinutes(1).toMillis())
                    .build();
            Worker worker = environment.newWorker("replay", patient);
            worker.registerWorkflowImplementationTypes(workflows);
            WorkflowReplayer.replayWorkflowExecutionFromResource("histories/" + history, worker);
        }
    }

    /** The same workflow after its activity was renamed. */
    public static final class RenamedActivity implements UserCreated {

        @Override
        public String process(WebhookEvent event, WebhookPayload payload) {
            return Step.named("Process the payload")
                    .under("webhook")
                    .call(options -> Workflow.newUntypedActivityStub(options)
                            .execute("process_payload", String.class, payload, event.id()));
        }
    }
}
