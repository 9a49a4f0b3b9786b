package dev.durahook.workflows.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.policy.PacedRetries;
import dev.durahook.workflows.processing.DefaultWorkflow;
import dev.durahook.workflows.processing.DiscardInterceptor;
import dev.durahook.workflows.shop.Announced;
import dev.durahook.workflows.shop.Booked;
import dev.durahook.workflows.shop.Divided.DividedWorkflow;
import dev.durahook.workflows.shop.PaymentFailed;
import dev.durahook.workflows.shop.PaymentFailedWorkflow;
import dev.durahook.workflows.shop.Refused;
import dev.durahook.workflows.shop.Refused.RefusedWorkflow;
import dev.durahook.workflows.shop.Shop;
import dev.durahook.workflows.shop.Typed.TypedWorkflow;
import dev.durahook.workflows.shop.Unawaited;
import dev.durahook.workflows.waiting.Payment.PaymentWorkflow;
import dev.durahook.workflows.waiting.Shipment.ShipmentWorkflow;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
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

/** No activity is registered here, because a replay takes policies and the search attribute from the history. */
class ReplayTest {

    static List<String> histories() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/histories"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void recordedHistoryReplays(String history) throws Exception {
        replay(history, PaymentFailedWorkflow.class, new DiscardInterceptor(), new PacedRetries());
    }

    // A worker of an earlier version asked for the size only before an activity's turn.
    @Test
    void activitiesThatWereScheduledIntoALongHistoryReplay() throws Exception {
        String history = Files.readString(Path.of("src/test/resources/histories/activities-with-a-large-body.json"));
        String longer = history.replaceAll("\"historySizeBytes\": \"\\d+\"", "\"historySizeBytes\": \"40000000\"");
        assertThat(longer).isNotEqualTo(history);
        replay(
                WorkflowExecutionHistory.fromJson(longer),
                PaymentFailedWorkflow.class,
                new DiscardInterceptor(),
                new PacedRetries());
    }

    @Test
    void everyBehaviourHasAHistory() throws IOException {
        assertThat(histories())
                .contains(
                        "activities-with-a-large-body.json",
                        "activity-parked-and-discarded.json",
                        "activity-succeeded.json",
                        "announced-among-others.json",
                        "announced-early.json",
                        "announced-early-for-later.json",
                        "announced-early-to-all.json",
                        "announced-twice.json",
                        "announced-twice-for-later.json",
                        "announced-twice-to-all.json",
                        "discarded-in-a-signal.json",
                        "discarded-in-a-signal-and-done.json",
                        "divided-and-continued.json",
                        "failed.json",
                        "failed-and-continued.json",
                        "failed-continued-and-done.json",
                        "failed-and-retried-early.json",
                        "failed-and-retried-in-vain.json",
                        "failed-by-a-discard-in-a-signal.json",
                        "inline-failed-and-discarded.json",
                        "inline-failed-and-retried.json",
                        "inline-longer-than-a-task.json",
                        "inline-several-failed-and-retried.json",
                        "inline-several-longer-than-a-task.json",
                        "inline-several-succeeded.json",
                        "inline-succeeded.json",
                        "inline-timed-out.json",
                        "parked-although-discarded.json",
                        "parked-and-cancelled.json",
                        "parked-and-continued.json",
                        "parked-and-discarded.json",
                        "parked-and-retried.json",
                        "parked-and-returned.json",
                        "parked-returned-and-retried.json",
                        "parked-under-an-unknown-policy.json",
                        "retried.json",
                        "routed.json",
                        "routed-and-continued.json",
                        "routed-and-discarded-early.json",
                        "routed-and-discarded-in-part.json",
                        "routed-and-discarded-in-vain.json",
                        "routed-continued-and-done.json",
                        "routed-parked-and-cancelled.json",
                        "routed-with-a-priority.json",
                        "shown-parked-and-cancelled.json",
                        "shown-parked-and-discarded.json",
                        "shown-parked-and-retried.json",
                        "shown-parked-under-an-unknown-policy.json",
                        "shown-routed-and-continued.json",
                        "shown-routed-and-discarded-in-part.json",
                        "shown-routed-continued-and-done.json",
                        "shown-unhandled-and-parked.json",
                        "signals-without-effect.json",
                        "succeeded.json",
                        "unhandled.json",
                        "unhandled-and-continued.json",
                        "unhandled-and-parked.json",
                        "unhandled-by-a-condition.json",
                        "unhandled-continued-and-done.json",
                        "unreadable-and-retried.json",
                        "unreadable-for-a-child.json",
                        "waited.json",
                        "waited-and-cancelled.json",
                        "waited-parked-and-continued.json");
    }

    @Test
    void changedWorkflowDoesNotReplay() {
        assertThatThrownBy(() ->
                        replay("succeeded.json", HesitantWorkflow.class, new DiscardInterceptor(), new PacedRetries()))
                .hasStackTraceContaining("NonDeterministicException");
    }

    @Test
    void discardedEventDoesNotReplayWithoutTheInterceptor() {
        assertThatThrownBy(() -> replay("parked-and-discarded.json", PaymentFailedWorkflow.class))
                .hasStackTraceContaining("NonDeterministicException");
    }

    private static void replay(String history, Class<?> workflow, WorkerInterceptor... interceptors) throws Exception {
        String json = Files.readString(Path.of("src/test/resources/histories/" + history));
        replay(WorkflowExecutionHistory.fromJson(json), workflow, interceptors);
    }

    private static void replay(WorkflowExecutionHistory history, Class<?> workflow, WorkerInterceptor... interceptors)
            throws Exception {
        TestEnvironmentOptions options = TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(interceptors)
                        .build())
                .build();
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(options)) {
            Worker worker = environment.newWorker("replay", Shop.patient());
            worker.registerWorkflowImplementationTypes(
                    workflow,
                    TypedWorkflow.class,
                    DividedWorkflow.class,
                    RefusedWorkflow.class,
                    PaymentWorkflow.class,
                    ShipmentWorkflow.class,
                    Refused.CorrectedWorkflow.class,
                    Booked.BookedWorkflow.class,
                    Unawaited.UnawaitedWorkflow.class,
                    Announced.ListeningWorkflow.class,
                    Announced.ListeningToAllWorkflow.class,
                    Announced.ListeningLateWorkflow.class,
                    DefaultWorkflow.class);
            WorkflowReplayer.replayWorkflowExecution(history, worker);
        }
    }

    /** The same workflow after a change without {@code Workflow.getVersion}. */
    public static final class HesitantWorkflow implements PaymentFailed {

        @Override
        public String process(WebhookEvent event) {
            Workflow.sleep(Duration.ofMinutes(1));
            return new PaymentFailedWorkflow().process(event);
        }
    }
}
