package dev.durahook.worker.slots;

import io.temporal.worker.WorkerOptions;
import io.temporal.worker.tuning.SlotPermit;
import io.temporal.worker.tuning.SlotSupplier;
import io.temporal.worker.tuning.WorkflowSlotInfo;
import java.util.Objects;

/** Workers that have run for a while. */
public final class WarmWorkers {

    private WarmWorkers() {}

    /** Lets a worker do as many workflow tasks as it needs until it has all of its slots. */
    public static void warm(WorkerOptions options) {
        SlotSupplier<WorkflowSlotInfo> slots =
                Objects.requireNonNull(options.getWorkerTuner()).getWorkflowTaskSlotSupplier();
        for (int i = 0; i < slots.getMaximumSlots().orElseThrow(); i++) {
            SlotPermit permit =
                    slots.tryReserveSlot(new Reservation<>("durahook")).orElseThrow();
            slots.releaseSlot(new Release<>(permit));
        }
    }
}
