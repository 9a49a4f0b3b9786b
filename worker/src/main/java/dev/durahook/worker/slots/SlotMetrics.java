package dev.durahook.worker.slots;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.temporal.serviceclient.MetricsTag;
import io.temporal.worker.WorkerMetricsTag.WorkerType;
import java.util.function.Supplier;

/**
 * What the SDK's {@code temporal_worker_task_slots_used} and {@code temporal_worker_task_slots_available} do not tell, for
 * each task queue: {@code durahook.worker.slots.inline} and {@code durahook.worker.slots.withheld} are slots that the SDK
 * shows as available, and {@code durahook.worker.slots.lost} are used slots, inside and outside workflow tasks, that are
 * not given back in time. The first two have the SDK's labels, so that a query can add them to the SDK's metrics.
 */
record SlotMetrics(LostSlots lost, QueueSlots slots, Shares shares) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Share share : shares.get()) {
            String taskQueue = share.taskQueue();
            gauge("lost", () -> lost.of(share), "Slots that attempts hold although their time is over, of this worker")
                    .tag(MetricsTag.TASK_QUEUE, taskQueue)
                    .register(registry);
            gauge("inline", () -> slots.inline(taskQueue), "Slots that attempts inside workflow tasks hold")
                    .tag(MetricsTag.TASK_QUEUE, taskQueue)
                    .tag(MetricsTag.WORKER_TYPE, WorkerType.ACTIVITY_WORKER.getValue())
                    .register(registry);
        }
        shares.workersOfEvents()
                .forEach((taskQueue, worker) -> gauge(
                                "withheld", worker::workflowTasksWithheld, "Slots that a new worker does not use yet")
                        .tag(MetricsTag.TASK_QUEUE, taskQueue)
                        .tag(MetricsTag.WORKER_TYPE, WorkerType.WORKFLOW_WORKER.getValue())
                        .register(registry));
    }

    private static Gauge.Builder<?> gauge(String name, Supplier<Number> value, String description) {
        return Gauge.builder("durahook.worker.slots." + name, value).description(description);
    }
}
