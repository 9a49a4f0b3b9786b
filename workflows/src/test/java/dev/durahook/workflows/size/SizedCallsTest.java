package dev.durahook.workflows.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.workflows.policy.PacedRetries;
import dev.durahook.workflows.processing.DiscardInterceptor;
import dev.durahook.workflows.shop.Shop;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.DynamicActivity;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.ApplicationFailure;
import io.temporal.payload.codec.ZlibPayloadCodec;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.DynamicWorkflow;
import io.temporal.workflow.Workflow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A workflow whose values are too large for Temporal in one configuration, and not in another. */
class SizedCallsTest {

    static final Path RECORDED = Path.of("src/test/resources/sized-histories/large-values.json");

    static final String RESULT = "[ActivityFailure, ChildWorkflowFailure, ApplicationFailure, ApplicationFailure]"
            + "[300000, 300000, 300000]";

    // The codec makes a thousandth of a text of one letter.
    static final DataConverter COMPRESSING =
            new CodecDataConverter(DefaultDataConverter.newDefaultInstance(), List.of(new ZlibPayloadCodec()));

    private static final int LARGE = 700_000;
    private static final int TOO_LARGE = 2_500_000;

    @Test
    void valuesThatTemporalTakesAddNothingToTheHistory() throws Exception {
        WorkflowExecutionHistory history = run(SentPayloads.standard(), LARGE);
        assertThat(history.toString()).doesNotContain("durahook.too-large");
        replay(history, DefaultDataConverter.STANDARD_INSTANCE, withLimit(1), Passing.class);
    }

    @Test
    void limitIsTheOneThatTheServerReports() {
        assertThatThrownBy(() -> run(withLimit(300_000), LARGE))
                .isInstanceOf(WorkflowFailedException.class)
                .rootCause()
                .isInstanceOf(ApplicationFailure.class)
                .hasMessageContaining("the arguments of activity are larger than Temporal takes")
                .hasMessageContaining("ArgumentsTooLarge");
    }

    @Test
    void sizeIsThatOfTheEncodedValue() {
        assertThatCode(() -> run(COMPRESSING, SentPayloads.by(() -> COMPRESSING), TOO_LARGE))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> run(SentPayloads.standard(), TOO_LARGE)).isInstanceOf(WorkflowFailedException.class);
    }

    // Only the record decides in a replay, because the values may have another size there.
    @Test
    void recordedHistoryReplays() throws Exception {
        WorkflowExecutionHistory history = WorkflowExecutionHistory.fromJson(Files.readString(RECORDED));
        assertThat(history.toString()).contains("too-large.1", "too-large.2", "too-large.3", "too-large-side-effect.1");
        for (SentPayloads payloads :
                List.of(SentPayloads.standard(), SentPayloads.by(() -> COMPRESSING), withLimit(1))) {
            replay(history, COMPRESSING, payloads, LargeValues.class);
        }
    }

    private static WorkflowExecutionHistory run(SentPayloads payloads, int size) {
        return run(DefaultDataConverter.STANDARD_INSTANCE, payloads, size);
    }

    private static WorkflowExecutionHistory run(DataConverter converter, SentPayloads payloads, int size) {
        try (TestWorkflowEnvironment environment = environment(converter, payloads)) {
            worker(environment, Passing.class).registerActivitiesImplementations((DynamicActivity)
                    arguments -> arguments.get(0, String.class).substring(1));
            environment.start();
            WorkflowStub workflow = environment
                    .getWorkflowClient()
                    .newUntypedWorkflowStub(
                            "Passing",
                            WorkflowOptions.newBuilder().setTaskQueue("shop").build());
            workflow.start(size);
            workflow.getResult(Integer.class);
            return environment
                    .getWorkflowClient()
                    .fetchHistory(workflow.getExecution().getWorkflowId());
        }
    }

    private static void replay(
            WorkflowExecutionHistory history, DataConverter converter, SentPayloads payloads, Class<?> type)
            throws Exception {
        try (TestWorkflowEnvironment environment = environment(converter, payloads)) {
            WorkflowReplayer.replayWorkflowExecution(history, worker(environment, type));
        }
    }

    private static TestWorkflowEnvironment environment(DataConverter converter, SentPayloads payloads) {
        return TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(converter)
                        .build())
                .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(new DiscardInterceptor(payloads), new PacedRetries(payloads))
                        .build())
                .build());
    }

    private static Worker worker(TestWorkflowEnvironment environment, Class<?> type) {
        Worker worker = environment.newWorker("shop", Shop.patient());
        worker.registerWorkflowImplementationTypes(type);
        return worker;
    }

    private static SentPayloads withLimit(long limit) {
        return new SentPayloads(() -> DefaultDataConverter.STANDARD_INSTANCE, () -> limit);
    }

    /** Passes a text to an activity. */
    public static final class Passing implements DynamicWorkflow {

        @Override
        public Object execute(EncodedValues arguments) {
            String text = "a".repeat(arguments.get(0, Integer.class));
            return Workflow.newUntypedActivityStub(ActivityOptions.newBuilder()
                            .setStartToCloseTimeout(Duration.ofMinutes(1))
                            .build())
                    .execute("activity", String.class, text)
                    .length();
        }
    }
}
