package dev.durahook.worker.slots;

import io.temporal.worker.tuning.FixedSizeSlotSupplier;
import io.temporal.worker.tuning.SlotPermit;
import io.temporal.worker.tuning.SlotReleaseContext;
import io.temporal.worker.tuning.SlotReleaseReason;
import io.temporal.worker.tuning.WorkflowSlotInfo;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The slots of a worker for workflow tasks: few at first, and one more after each task that is done, up to the declared
 * number.
 *
 * <p>A worker that has just started loads classes and runs interpreted code. With all slots at once it took 200 tasks of
 * a backlog, and worked on them for longer than the ten seconds that a workflow task has. Temporal then gave the tasks
 * out again, and first attempts, with their effects, were made twice.
 */
final class SlowStart extends FixedSizeSlotSupplier<WorkflowSlotInfo> {

    /** Each request for a task holds a slot, and a worker has 20 of them open; the others are for eager starts. */
    static final int FIRST = 24;

    private final int number;
    private final BlockingQueue<SlotPermit> withheld = new LinkedBlockingQueue<>();

    /**
     * Begins with {@link #FIRST} slots.
     *
     * @param number how many slots there are in the end
     */
    SlowStart(String taskQueue, int number) {
        super(number);
        this.number = number;
        for (int i = FIRST; i < number; i++) {
            tryReserveSlot(new Reservation<>(taskQueue)).ifPresent(withheld::add);
        }
    }

    @Override
    public void releaseSlot(SlotReleaseContext<WorkflowSlotInfo> context) {
        super.releaseSlot(context);
        // Not after a request that brought no task.
        if (context.getSlotReleaseReason() instanceof SlotReleaseReason.TaskComplete) {
            SlotPermit more = withheld.poll();
            if (more != null) {
                super.releaseSlot(new Release<>(more));
            }
        }
    }

    /** How many slots there are now. */
    int now() {
        return number - withheld.size();
    }
}
