package dev.durahook.worker.slots;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * The metric {@code durahook.worker.slots.lost} for each task queue. The SDK's {@code temporal_worker_task_slots_used}
 * counts lost slots too, but does not tell them from other used slots.
 */
record LostSlotsMetrics(LostSlots lost, Shares shares) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Share share : shares.get()) {
            Gauge.builder("durahook.worker.slots.lost", lost, slots -> slots.of(share))
                    .description("Slots that attempts hold although their time is over, of this worker")
                    .tag("task_queue", share.taskQueue())
                    .register(registry);
        }
    }
}
