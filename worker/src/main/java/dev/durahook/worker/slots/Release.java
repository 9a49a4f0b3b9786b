package dev.durahook.worker.slots;

import io.temporal.worker.tuning.SlotInfo;
import io.temporal.worker.tuning.SlotPermit;
import io.temporal.worker.tuning.SlotReleaseContext;
import io.temporal.worker.tuning.SlotReleaseReason;
import org.jspecify.annotations.Nullable;

/**
 * Gives back a slot that was taken with a {@link Reservation}.
 *
 * @param getSlotPermit what the supplier gave for the slot
 */
record Release<I extends SlotInfo>(SlotPermit getSlotPermit) implements SlotReleaseContext<I> {

    @Override
    public SlotReleaseReason getSlotReleaseReason() {
        return SlotReleaseReason.taskComplete();
    }

    @Override
    public @Nullable I getSlotInfo() {
        return null;
    }
}
