package dev.durahook.worker.slots;

import io.temporal.worker.tuning.SlotInfo;
import io.temporal.worker.tuning.SlotPermit;
import io.temporal.worker.tuning.SlotReserveContext;
import java.util.Map;

/**
 * Asks the SDK's own supplier for a slot that no poller asks for. The supplier has a fixed number of slots, and reads
 * none of these values.
 *
 * @param getTaskQueue the task queue
 */
record Reservation<I extends SlotInfo>(String getTaskQueue) implements SlotReserveContext<I> {

    @Override
    public Map<SlotPermit, I> getUsedSlots() {
        return Map.of();
    }

    @Override
    public String getWorkerIdentity() {
        return "";
    }

    @Override
    public String getWorkerBuildId() {
        return "";
    }

    @Override
    public int getNumIssuedSlots() {
        return 0;
    }
}
