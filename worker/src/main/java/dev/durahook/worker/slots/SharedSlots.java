package dev.durahook.worker.slots;

import io.temporal.worker.tuning.ActivitySlotInfo;
import io.temporal.worker.tuning.FixedSizeSlotSupplier;
import io.temporal.worker.tuning.SlotPermit;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * The slots of one task queue's worker for activities. An attempt inside a workflow task takes one of the same slots,
 * so all attempts of a handler, or at a destination, together stay within its concurrency.
 */
final class SharedSlots extends FixedSizeSlotSupplier<ActivitySlotInfo> {

    // A slow handler blocks no more workflow tasks than this.
    private static final int MOST_INLINE = 20;

    private final String taskQueue;
    private final Semaphore inline;

    SharedSlots(String taskQueue, int concurrency) {
        super(concurrency);
        this.taskQueue = taskQueue;
        this.inline = new Semaphore(Math.min(MOST_INLINE, (concurrency + 1) / 2));
    }

    /** Takes a slot for an attempt inside a workflow task; empty if all are taken, or enough by such attempts. */
    Optional<InlineSlot> take() {
        if (!inline.tryAcquire()) {
            return Optional.empty();
        }
        Optional<SlotPermit> permit = tryReserveSlot(new Reservation<>(taskQueue));
        if (permit.isEmpty()) {
            inline.release();
        }
        return permit.map(taken -> () -> {
            releaseSlot(new Release<>(taken));
            inline.release();
        });
    }
}
