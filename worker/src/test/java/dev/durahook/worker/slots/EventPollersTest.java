package dev.durahook.worker.slots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.worker.WorkerContext;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import io.temporal.worker.tuning.PollerBehavior;
import io.temporal.worker.tuning.PollerBehaviorAutoscaling;
import io.temporal.worker.tuning.PollerBehaviorSimpleMaximum;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventPollersTest {

    private static final String QUEUE = "orders";

    private final EventPollers pollers = new EventPollers(List.of(QUEUE));

    @Test
    void pollersFollowTheLoadIfNothingIsDeclared() {
        for (WorkerOptions options : List.of(pollers.options(), customized(WorkerOptions.newBuilder(), QUEUE))) {
            assertThat(options.getWorkflowTaskPollersBehavior()).isInstanceOf(PollerBehaviorAutoscaling.class);
            assertThat(options.getActivityTaskPollersBehavior()).isInstanceOf(PollerBehaviorAutoscaling.class);
        }
    }

    @Test
    void declaredNumbersStay() {
        WorkerOptions options = customized(
                WorkerOptions.newBuilder()
                        .setMaxConcurrentWorkflowTaskPollers(4)
                        .setMaxConcurrentActivityTaskPollers(3),
                QUEUE);

        assertThat(options.getMaxConcurrentWorkflowTaskPollers()).isEqualTo(4);
        assertThat(options.getMaxConcurrentActivityTaskPollers()).isEqualTo(3);
        assertThat(options.getWorkflowTaskPollersBehavior()).isNull();
        assertThat(options.getActivityTaskPollersBehavior()).isNull();
    }

    @Test
    void declaredBehaviorStays() {
        PollerBehavior behavior = new PollerBehaviorSimpleMaximum(7);
        WorkerOptions options = customized(
                WorkerOptions.newBuilder()
                        .setWorkflowTaskPollersBehavior(behavior)
                        .setActivityTaskPollersBehavior(behavior),
                QUEUE);

        assertThat(options.getWorkflowTaskPollersBehavior()).isSameAs(behavior);
        assertThat(options.getActivityTaskPollersBehavior()).isSameAs(behavior);
    }

    @Test
    void workerOfAnotherTaskQueueStaysAsItIs() {
        WorkerOptions options = customized(WorkerOptions.newBuilder(), "reports");

        assertThat(options.getWorkflowTaskPollersBehavior()).isNull();
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
                    assertThat(factory.getWorker(QUEUE).getWorkerOptions().getWorkflowTaskPollersBehavior())
                            .isInstanceOf(PollerBehaviorAutoscaling.class);
                    assertThat(factory.getWorker("payments").getWorkerOptions().getWorkflowTaskPollersBehavior())
                            .isInstanceOf(PollerBehaviorAutoscaling.class);
                    assertThat(factory.getWorker("refunds").getWorkerOptions().getMaxConcurrentWorkflowTaskPollers())
                            .isEqualTo(4);
                });
    }

    private WorkerOptions customized(WorkerOptions.Builder options, String taskQueue) {
        return pollers.customize(options, taskQueue, taskQueue).build();
    }
}
