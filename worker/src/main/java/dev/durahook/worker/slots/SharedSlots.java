package dev.durahook.worker.slots;

import io.temporal.worker.tuning.ActivitySlotInfo;
import io.temporal.worker.tuning.FixedSizeSlotSupplier;
import io.temporal.worker.tuning.SlotPermit;
import io.temporal.worker.tuning.SlotReleaseContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TransferQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The slots of one task queue's worker for activities. An attempt inside a workflow task takes one of the same slots,
 * so all attempts of a handler, or at a destination, together stay within its concurrency.
 */
class SharedSlots extends FixedSizeSlotSupplier<ActivitySlotInfo> {

    // A slow handler blocks no more workflow tasks than this.
    private static final int MOST_INLINE = 20;

    // A slot that becomes free just before a wait begins is not handed over, and is only found after the wait. So an
    // attempt waits in short parts.
    private static final long LONGEST_WAIT = Duration.ofMillis(10).toNanos();

    private final String taskQueue;
    private final int mostInline;
    private final Semaphore inline;
    private final AtomicInteger held = new AtomicInteger();
    private final TransferQueue<SlotPermit> released = new LinkedTransferQueue<>();

    SharedSlots(String taskQueue, int concurrency) {
        super(concurrency);
        this.taskQueue = taskQueue;
        this.mostInline = Math.min(MOST_INLINE, concurrency / 2);
        this.inline = new Semaphore(mostInline);
    }

    /**
     * Takes a slot for an attempt inside a workflow task. If such attempts hold their share of the slots, or all
     * slots are taken, this method waits for the end of an attempt. If there is only one slot, such attempts never
     * get it, because they could keep it from the retries for ever.
     *
     * @param patience the longest time to wait
     * @return empty if there is still no slot
     */
    Optional<InlineSlot> take(Duration patience) {
        if (mostInline == 0) {
            return Optional.empty();
        }
        long end = System.nanoTime() + patience.toNanos();
        return InlineSlot.of(inline, patience).flatMap(place -> take(place, end));
    }

    private Optional<InlineSlot> take(InlineSlot place, long end) {
        Optional<SlotPermit> permit = reserve(end);
        if (permit.isEmpty()) {
            place.giveBack();
        } else {
            held.incrementAndGet();
        }
        return permit.map(taken -> () -> {
            held.decrementAndGet();
            releaseSlot(new Release<>(taken));
            place.giveBack();
        });
    }

    /** Returns how many slots attempts inside workflow tasks hold now. */
    int inline() {
        return held.get();
    }

    private Optional<SlotPermit> reserve(long end) {
        Optional<SlotPermit> permit = tryReserveSlot(new Reservation<>(taskQueue));
        long left = end - System.nanoTime();
        while (permit.isEmpty() && left > 0 && !Thread.currentThread().isInterrupted()) {
            permit = handedOver(Math.min(left, LONGEST_WAIT)).or(() -> tryReserveSlot(new Reservation<>(taskQueue)));
            left = end - System.nanoTime();
        }
        return permit;
    }

    private Optional<SlotPermit> handedOver(long nanos) {
        try {
            return Optional.ofNullable(released.poll(nanos, TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /**
     * Gives a slot back: to an attempt inside a workflow task that waits for one, before a request for activities. An
     * activity holds its slot until Temporal has its result. In a burst, activities would hold all slots, and each new
     * attempt would become an activity too.
     */
    @Override
    public void releaseSlot(SlotReleaseContext<ActivitySlotInfo> context) {
        if (!released.tryTransfer(context.getSlotPermit())) {
            super.releaseSlot(context);
        }
    }
}
