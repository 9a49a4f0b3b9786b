package dev.durahook.worker.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.worker.PatientWorkers;
import dev.durahook.workflows.logging.LoggedEvent;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.EncodedValues;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.DynamicSignalHandler;
import io.temporal.workflow.DynamicWorkflow;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/**
 * Every line that is logged for an event has the event's fields, on each of its threads, and no thread keeps the
 * fields.
 */
class EventLoggingTest {

    private static final List<String> PLACES = List.of("workflow", "thread of a workflow", "signal", "activity");
    private static final Map<String, String> SEEN = new ConcurrentHashMap<>();

    @ActivityInterface
    public interface Looking {

        void look();
    }

    public static final class Looker implements DynamicWorkflow {

        private boolean signalled;

        @Override
        public Object execute(EncodedValues arguments) {
            Workflow.registerListener((DynamicSignalHandler) (name, input) -> {
                see("signal");
                signalled = true;
            });
            see("workflow");
            Async.procedure(() -> see("thread of a workflow")).get();
            Workflow.newActivityStub(
                            Looking.class,
                            ActivityOptions.newBuilder()
                                    .setStartToCloseTimeout(Duration.ofSeconds(30))
                                    .build())
                    .look();
            Workflow.await(() -> signalled);
            return "";
        }
    }

    @Test
    void eventIsNamedOnEachOfItsThreadsAndOnNoneAfterwards() {
        LeftBehind left = new LeftBehind();
        run("github:1", "github.push", left);

        for (String place : PLACES) {
            assertThat(SEEN.get(place)).as(place).isEqualTo("github:1 github.push github");
        }
        assertThat(left.places()).contains("activity", "workflow");
        assertThat(left.names()).isEmpty();
    }

    @Test
    void workflowWithoutAnEventHasNoFields() {
        run("orders-7", "Order", new LeftBehind());

        for (String place : PLACES) {
            assertThat(SEEN.get(place)).as(place).isEqualTo("null null null");
        }
    }

    private static void see(String place) {
        SEEN.put(place, MDC.get(LoggedEvent.ID) + " " + MDC.get(LoggedEvent.TYPE) + " " + MDC.get(LoggedEvent.SOURCE));
    }

    private static void run(String id, String type, LeftBehind left) {
        SEEN.clear();
        TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(left.ofThreads(), new EventLogging(), left.ofActivities())
                        .build())
                .build());
        Worker worker = environment.newWorker("events", PatientWorkers.options());
        worker.registerWorkflowImplementationTypes(Looker.class);
        worker.registerActivitiesImplementations((Looking) () -> see("activity"));
        environment.start();
        WorkflowStub workflow = environment
                .getWorkflowClient()
                .newUntypedWorkflowStub(
                        type,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue("events")
                                .build());
        workflow.start();
        workflow.signal("go on");
        workflow.getResult(String.class);
        environment.close();
    }
}
