package dev.durahook.worker.inline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.connection.server.PayloadLimit;
import dev.durahook.connection.server.ServerDescription;
import dev.durahook.workflows.policy.PacedRetries;
import dev.durahook.workflows.reading.EventDataConverter;
import io.temporal.activity.DynamicActivity;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.EncodedValues;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.DynamicWorkflow;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** A workflow of one's own calls a local activity, and Temporal takes 2 MiB or less for arguments and result. */
class AcceptableResultTest {

    private static final DataConverter CONVERTER = EventDataConverter.standard();

    private final PayloadLimit limit = new PayloadLimit();
    private final TestWorkflowEnvironment environment =
            TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                            .setWorkerInterceptors(
                                    new PacedRetries(),
                                    new InlineAttempts(
                                            () -> {
                                                throw new AssertionError("this is not a first attempt");
                                            },
                                            () -> CONVERTER,
                                            limit))
                            .build())
                    .build());

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void argumentsTakeSpaceFromTheResultIfTheyAreRecorded() {
        start();
        assertIsTooLarge(2_100_000, 1, true, "the result of return has 2100");
        assertIsTooLarge(1_000_000, 1_200_000, true, "has 1000", "its arguments have 1200", "Temporal takes 2097152");
        assertIsTaken(1_000_000, 1_000_000, true);
        assertIsTaken(1_000_000, 1_200_000, false);
    }

    @Test
    void limitIsTheOneThatTheServerReports() {
        start();
        assertIsTaken(1_500_000, 1, true);
        limit.check(server(DataSize.ofMegabytes(1)));
        assertIsTooLarge(1_500_000, 1, true, "Temporal takes 1048576");
        limit.check(server(null));
        assertIsTaken(1_500_000, 1, true);
    }

    private void start() {
        Worker worker = environment.newWorker("shop");
        worker.registerWorkflowImplementationTypes(Calling.class);
        worker.registerActivitiesImplementations(
                (DynamicActivity) arguments -> "a".repeat(arguments.get(0, Integer.class)));
        environment.start();
    }

    private void assertIsTooLarge(int result, int argument, boolean recorded, String... message) {
        assertThatThrownBy(() -> call(result, argument, recorded))
                .isInstanceOf(WorkflowFailedException.class)
                .rootCause()
                .hasMessageContainingAll(message)
                .hasMessageContaining("ResultTooLarge");
    }

    private void assertIsTaken(int result, int argument, boolean recorded) {
        assertThatCode(() -> call(result, argument, recorded)).doesNotThrowAnyException();
    }

    private void call(int result, int argument, boolean recorded) {
        WorkflowStub workflow = environment
                .getWorkflowClient()
                .newUntypedWorkflowStub(
                        "Calling",
                        WorkflowOptions.newBuilder().setTaskQueue("shop").build());
        workflow.start(result, argument, recorded);
        workflow.getResult(Integer.class);
    }

    private static ServerDescription server(@Nullable DataSize limit) {
        return new ServerDescription("127.0.0.1:1", "127.0.0.1:1", "shop", "", null, limit, "", "");
    }

    /** Calls a local activity with an argument and a result of these sizes. */
    public static final class Calling implements DynamicWorkflow {

        @Override
        public Object execute(EncodedValues arguments) {
            int result = arguments.get(0, Integer.class);
            String argument = "a".repeat(arguments.get(1, Integer.class));
            return Workflow.newUntypedLocalActivityStub(LocalActivityOptions.newBuilder()
                            .setStartToCloseTimeout(Duration.ofMinutes(1))
                            .setDoNotIncludeArgumentsIntoMarker(!arguments.get(2, Boolean.class))
                            .build())
                    .execute("return", String.class, result, argument)
                    .length();
        }
    }
}
