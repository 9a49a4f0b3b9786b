package dev.durahook.worker.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.worker.PatientWorkers;
import dev.durahook.workflows.WebhookEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.EncodedValues;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.DynamicWorkflow;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClockComparisonTest {

    private static final String ID = "shop:1";
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final AtomicInteger asked = new AtomicInteger();
    private final ClockSkew skew = new ClockSkew(System::nanoTime);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final TestWorkflowEnvironment temporal =
            TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setUseTimeskipping(false)
                    .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                            .setWorkerInterceptors(new ClockComparison(skew, this::now))
                            .build())
                    .build());

    private Worker worker;

    @BeforeEach
    void start() {
        skew.bindTo(registry);
        worker = temporal.newWorker("q", PatientWorkers.options());
        worker.registerWorkflowImplementationTypes(
                Any.class, TypedWorkflow.class, OtherWorkflow.class, ParentWorkflow.class);
        temporal.start();
    }

    @AfterEach
    void stop() {
        temporal.close();
    }

    @Test
    void clocksAreComparedOnceForEachWorkflowAndNotInItsReplays() throws Exception {
        WorkflowStub workflow = run("shop.order", event(Instant.now().minusSeconds(90)));
        worker.replayWorkflowExecution(temporal.getWorkflowClient()
                .fetchHistory(workflow.getExecution().getWorkflowId()));
        assertThat(gauge("receiver")).isBetween(-150.0, -89.0);
        assertThat(gauge("worker")).isBetween(540.0, 660.0);
        assertThat(asked).hasValue(1);
    }

    @Test
    void workflowOfAnAuthorShowsTheClocksToo() {
        run("typed", event(Instant.now().plusSeconds(90)));
        assertThat(gauge("receiver")).isBetween(30.0, 91.0);
    }

    @Test
    void workflowThatGetsTheEventFromAnotherWorkflowSaysNothingOfTheReceiver() {
        WebhookEvent event = event(Instant.now().minusSeconds(600));
        WorkflowStub parent = stub("parent", "order-17");
        parent.start(event);
        parent.getResult(Void.class);
        assertThat(asked).as("the parent, and its child with the event's ID").hasValue(2);
        assertThat(gauge("worker")).isBetween(540.0, 660.0);
        assertThat(gauge("receiver")).isNaN();
    }

    @Test
    void workflowWithoutAnEventIsIgnored() {
        run("other", "anything");
        run("unknown", "anything");
        run("nothing");
        assertThat(gauge("receiver")).isNaN();
        assertThat(asked).hasValue(3);
    }

    private WorkflowStub run(String type, Object... arguments) {
        WorkflowStub workflow = stub(type, ID);
        workflow.start(arguments);
        workflow.getResult(Void.class);
        return workflow;
    }

    private WorkflowStub stub(String type, String id) {
        return temporal.getWorkflowClient()
                .newUntypedWorkflowStub(
                        type,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue("q")
                                // A machine that stands still does not lose a task, which would compare once more.
                                .setWorkflowTaskTimeout(Duration.ofMinutes(1))
                                .build());
    }

    private static WebhookEvent event(Instant receivedAt) {
        return new WebhookEvent(ID, "shop", "shop.order", receivedAt, Map.of(), null);
    }

    private Instant now() {
        asked.incrementAndGet();
        return Instant.now().plus(AHEAD);
    }

    private double gauge(String clock) {
        return registry.get("durahook.clock.skew").tag("clock", clock).gauge().value();
    }

    private static void inTwoTasks() {
        Workflow.sleep(Duration.ofMillis(10));
    }

    public static final class Any implements DynamicWorkflow {
        @Override
        public Object execute(EncodedValues arguments) {
            inTwoTasks();
            return null;
        }
    }

    @WorkflowInterface
    public interface Typed {
        @WorkflowMethod(name = "typed")
        void run(WebhookEvent event);
    }

    public static final class TypedWorkflow implements Typed {
        @Override
        public void run(WebhookEvent event) {
            inTwoTasks();
        }
    }

    @WorkflowInterface
    public interface Parent {
        @WorkflowMethod(name = "parent")
        void run(WebhookEvent event);
    }

    /** Starts a child workflow with the event, and with the event's ID. */
    public static final class ParentWorkflow implements Parent {
        @Override
        public void run(WebhookEvent event) {
            Workflow.newUntypedChildWorkflowStub(
                            "typed",
                            ChildWorkflowOptions.newBuilder()
                                    .setWorkflowId(event.id())
                                    .build())
                    .execute(Void.class, event);
        }
    }

    @WorkflowInterface
    public interface Other {
        @WorkflowMethod(name = "other")
        void run(String text);
    }

    public static final class OtherWorkflow implements Other {
        @Override
        public void run(String text) {
            inTwoTasks();
        }
    }
}
