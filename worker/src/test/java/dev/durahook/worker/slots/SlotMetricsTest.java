package dev.durahook.worker.slots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.worker.WorkerContext;
import dev.durahook.worker.handling.Mail;
import dev.durahook.workflows.handling.EventHandler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

class SlotMetricsTest {

    private static final String MAIL = "durahook.handler.mail";
    private static final String ACTIVITIES = "ActivityWorker";
    private static final String TASKS = "WorkflowWorker";

    @Test
    void slotsOfAttemptsInsideWorkflowTasksAreCountedWhileTheyAreHeld() {
        worker((context, meters) -> {
            QueueSlots slots = context.getBean(QueueSlots.class);
            InlineSlot first = slots.take(MAIL, Duration.ZERO).orElseThrow();
            InlineSlot second = slots.take(MAIL, Duration.ZERO).orElseThrow();

            assertThat(gauge(meters, "inline", MAIL, ACTIVITIES)).isEqualTo(2);
            first.giveBack();
            assertThat(gauge(meters, "inline", MAIL, ACTIVITIES)).isEqualTo(1);
            second.giveBack();
            assertThat(gauge(meters, "inline", MAIL, ACTIVITIES)).isZero();
            assertThat(gauge(meters, "inline", "durahook", ACTIVITIES)).isZero();
        });
    }

    @Test
    void attemptThatFindsNoSlotHoldsNone() {
        worker((context, meters) -> {
            QueueSlots slots = context.getBean(QueueSlots.class);
            for (int i = 0; i < 30; i++) {
                slots.take(MAIL, Duration.ZERO);
            }

            assertThat(gauge(meters, "inline", MAIL, ACTIVITIES)).isEqualTo(20);
        });
    }

    @Test
    void slotsThatANewWorkerWithholdsAreCountedUntilItHasThem() {
        worker((context, meters) -> {
            assertThat(gauge(meters, "withheld", "durahook", TASKS)).isEqualTo(200 - SlowStart.FIRST);

            WarmWorkers.warm(
                    context.getBean(WorkerFactory.class).getWorker("durahook").getWorkerOptions());
            assertThat(gauge(meters, "withheld", "durahook", TASKS)).isZero();
        });
    }

    private static double gauge(MeterRegistry meters, String name, String taskQueue, String worker) {
        return meters.get("durahook.worker.slots." + name)
                .tags("task_queue", taskQueue, "worker_type", worker)
                .gauge()
                .value();
    }

    private static void worker(BiConsumer<ApplicationContext, MeterRegistry> use) {
        WorkerContext.with().withBean(EventHandler.class, () -> new Mail(50)).run(context -> {
            MeterRegistry meters = new SimpleMeterRegistry();
            context.getBean(SlotMetrics.class).bindTo(meters);
            use.accept(context, meters);
        });
    }
}
