package dev.durahook.worker.slots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.worker.WorkerContext;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import io.temporal.spring.boot.WorkerOptionsCustomizer;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import io.temporal.worker.tuning.PollerBehavior;
import io.temporal.worker.tuning.PollerBehaviorAutoscaling;
import io.temporal.worker.tuning.ResourceBasedControllerOptions;
import io.temporal.worker.tuning.ResourceBasedTuner;
import io.temporal.worker.tuning.WorkerTuner;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventWorkerOptionsTest {

    private static final String QUEUE = "orders";

    private final EventWorkerOptions customizer = new EventWorkerOptions(List.of(QUEUE));

    @Test
    void workerHasMorePollersIfNothingIsDeclared() {
        assertThat(customized(WorkerOptions.newBuilder(), QUEUE).getMaxConcurrentWorkflowTaskPollers())
                .isEqualTo(20);
    }

    @Test
    void declaredNumberStays() {
        WorkerOptions options = customized(WorkerOptions.newBuilder().setMaxConcurrentWorkflowTaskPollers(4), QUEUE);

        assertThat(options.getMaxConcurrentWorkflowTaskPollers()).isEqualTo(4);
    }

    @Test
    void declaredBehaviorStays() {
        PollerBehavior behavior = new PollerBehaviorAutoscaling(1, 7, 3);
        WorkerOptions options = customized(WorkerOptions.newBuilder().setWorkflowTaskPollersBehavior(behavior), QUEUE);

        assertThat(options.getWorkflowTaskPollersBehavior()).isSameAs(behavior);
        assertThat(options.getMaxConcurrentWorkflowTaskPollers()).isZero();
    }

    @Test
    void workerOfAnotherTaskQueueStaysAsItIs() {
        WorkerOptions options = customized(WorkerOptions.newBuilder(), "reports");

        assertThat(options.getMaxConcurrentWorkflowTaskPollers()).isZero();
        assertThat(options.getDefaultDeadlockDetectionTimeout()).isZero();
        assertThat(options.getWorkerTuner()).isNull();
    }

    @Test
    void codeOfAWorkflowMayRunForFiveSeconds() {
        assertThat(customized(WorkerOptions.newBuilder(), QUEUE).getDefaultDeadlockDetectionTimeout())
                .isEqualTo(5_000);
    }

    @Test
    void declaredTimeStays() {
        WorkerOptions options = customized(WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(700), QUEUE);

        assertThat(options.getDefaultDeadlockDetectionTimeout()).isEqualTo(700);
    }

    @Test
    void workflowTasksStartSlowlyAndDeclaredNumbersStay() {
        WorkerOptions options = customized(
                WorkerOptions.newBuilder()
                        .setMaxConcurrentWorkflowTaskExecutionSize(40)
                        .setMaxConcurrentActivityExecutionSize(30)
                        .setMaxConcurrentLocalActivityExecutionSize(20)
                        .setMaxConcurrentNexusExecutionSize(10),
                QUEUE);

        WorkerTuner tuner = Objects.requireNonNull(options.getWorkerTuner());
        assertThat(tuner.getWorkflowTaskSlotSupplier()).isInstanceOf(SlowStart.class);
        assertThat(numbers(tuner)).containsExactly(40, 30, 20, 10);
        assertThat(WorkerOptions.newBuilder(options).validateAndBuildWithDefaults())
                .isNotNull();
    }

    @Test
    void withoutDeclaredNumbersTheyAreTheSdks() {
        WorkerOptions options = customized(WorkerOptions.newBuilder(), QUEUE);

        assertThat(numbers(Objects.requireNonNull(options.getWorkerTuner()))).containsExactly(200, 200, 200, 200);
    }

    @Test
    void declaredTunerStays() {
        WorkerTuner tuner = ResourceBasedTuner.newBuilder()
                .setControllerOptions(
                        ResourceBasedControllerOptions.newBuilder(0.5, 0.5).build())
                .build();

        assertThat(customized(WorkerOptions.newBuilder().setWorkerTuner(tuner), QUEUE)
                        .getWorkerTuner())
                .isSameAs(tuner);
    }

    @Test
    void workersOfTheApplicationHaveThem() {
        WorkerContext.with(
                        "durahook.worker.task-queues=orders,payments,refunds",
                        "spring.temporal.workers[0].task-queue=payments",
                        "spring.temporal.workers[1].task-queue=refunds",
                        "spring.temporal.workers[1].capacity.max-concurrent-workflow-task-pollers=4")
                .run(context -> {
                    WorkerFactory factory = context.getBean(WorkerFactory.class);
                    assertThat(pollers(factory, QUEUE)).isEqualTo(20);
                    assertThat(pollers(factory, "payments")).isEqualTo(20);
                    assertThat(pollers(factory, "refunds")).isEqualTo(4);
                    assertThat(List.of(QUEUE, "payments", "refunds"))
                            .extracting(queue -> options(factory, queue).getDefaultDeadlockDetectionTimeout())
                            .containsOnly(5_000L);
                });
    }

    @Test
    void customizersOfTheApplicationDecideForAWorkerThatItDoesNotDeclare() {
        PollerBehavior behavior = new PollerBehaviorAutoscaling(1, 7, 3);
        WorkerOptionsCustomizer named = (options, name, queue) ->
                options.setWorkflowTaskPollersBehavior(behavior).setIdentity(name + " of " + queue);
        WorkerContext.with("durahook.worker.task-queues=orders")
                .withBean("named", WorkerOptionsCustomizer.class, () -> named)
                .withBean(ThreeActivities.class)
                .run(context -> {
                    WorkerOptions options = context.getBean(WorkerFactory.class)
                            .getWorker(QUEUE)
                            .getWorkerOptions();
                    assertThat(options.getWorkflowTaskPollersBehavior()).isSameAs(behavior);
                    assertThat(options.getMaxConcurrentWorkflowTaskPollers()).isZero();
                    assertThat(options.getIdentity()).isEqualTo("orders of orders");
                    assertThat(new WorkerSlots(options).activities()).isEqualTo(3);
                });
    }

    /** A customizer that is told neither the worker's name nor its task queue. */
    static final class ThreeActivities implements TemporalOptionsCustomizer<WorkerOptions.Builder> {

        @Override
        public WorkerOptions.Builder customize(WorkerOptions.Builder options) {
            return options.setMaxConcurrentActivityExecutionSize(3);
        }
    }

    private static Stream<Integer> numbers(WorkerTuner tuner) {
        return Stream.of(
                        tuner.getWorkflowTaskSlotSupplier(),
                        tuner.getActivityTaskSlotSupplier(),
                        tuner.getLocalActivitySlotSupplier(),
                        tuner.getNexusSlotSupplier())
                .map(slots -> slots.getMaximumSlots().orElseThrow());
    }

    private static int pollers(WorkerFactory factory, String taskQueue) {
        return options(factory, taskQueue).getMaxConcurrentWorkflowTaskPollers();
    }

    private static WorkerOptions options(WorkerFactory factory, String taskQueue) {
        return factory.getWorker(taskQueue).getWorkerOptions();
    }

    private WorkerOptions customized(WorkerOptions.Builder options, String taskQueue) {
        return customizer.customize(options, taskQueue, taskQueue).build();
    }
}
