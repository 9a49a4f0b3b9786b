package dev.durahook.worker.slots;

import io.temporal.worker.WorkerOptions;
import io.temporal.worker.tuning.CompositeTuner;
import io.temporal.worker.tuning.FixedSizeSlotSupplier;
import io.temporal.worker.tuning.PollerBehaviorAutoscaling;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The slots of the task queues that belong to one handler or one destination each. */
public final class QueueSlots {

    // A poller is a request that is always open, and holds a slot. One poller while there is nothing to do keeps a
    // hundred destinations affordable. Ten pollers allow about two hundred events a second, twice as many as a fixed
    // two. Half of the slots stay free for attempts inside workflow tasks.
    private static final int MOST_POLLERS = 10;

    private final Map<String, SharedSlots> byQueue = new ConcurrentHashMap<>();

    /** Starts without queues. */
    public QueueSlots() {}

    /** Returns the options of a worker for a task queue with this many slots for activities. */
    public WorkerOptions.Builder of(String taskQueue, int concurrency) {
        SharedSlots slots = byQueue.computeIfAbsent(taskQueue, queue -> new SharedSlots(queue, concurrency));
        int pollers = Math.max(1, Math.min(MOST_POLLERS, concurrency / 2));
        return WorkerOptions.newBuilder()
                .setWorkerTuner(new CompositeTuner(
                        new FixedSizeSlotSupplier<>(1),
                        slots,
                        new FixedSizeSlotSupplier<>(1),
                        new FixedSizeSlotSupplier<>(1)))
                .setActivityTaskPollersBehavior(new PollerBehaviorAutoscaling(1, pollers, 1));
    }

    /**
     * Takes a slot of a task queue for an attempt inside a workflow task; empty if none is free or this worker does not
     * serve the queue.
     *
     * @param patience the longest time to wait for a slot
     */
    public Optional<InlineSlot> take(String taskQueue, Duration patience) {
        return Optional.ofNullable(byQueue.get(taskQueue)).flatMap(slots -> slots.take(patience));
    }

    /** Returns how many slots of a task queue attempts inside workflow tasks hold. The SDK shows them as available. */
    int inline(String taskQueue) {
        SharedSlots slots = byQueue.get(taskQueue);
        return slots == null ? 0 : slots.inline();
    }
}
