package dev.durahook.worker.slots;

import io.temporal.worker.WorkerOptions;
import io.temporal.worker.tuning.PollerBehaviorAutoscaling;

/** The options of a worker for a task queue that belongs to one handler or one destination. */
public final class OwnSlots {

    // A poller is a request that is always open. One poller while there is nothing to do keeps a hundred destinations
    // affordable. Ten pollers allow about two hundred events a second, twice as many as a fixed two.
    private static final PollerBehaviorAutoscaling POLLERS = new PollerBehaviorAutoscaling(1, 10, 1);

    private OwnSlots() {}

    /** Options with this many slots for activities. */
    public static WorkerOptions.Builder of(int concurrency) {
        return WorkerOptions.newBuilder()
                .setMaxConcurrentActivityExecutionSize(concurrency)
                .setActivityTaskPollersBehavior(POLLERS);
    }
}
