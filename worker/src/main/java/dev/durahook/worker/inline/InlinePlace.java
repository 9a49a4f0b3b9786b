package dev.durahook.worker.inline;

import dev.durahook.worker.slots.InlineSlot;
import java.util.concurrent.Semaphore;

/**
 * The place that one attempt inside a workflow task has taken.
 *
 * @param activity the type of the step's activity
 * @param taskQueue the task queue to which the activity would go
 * @param slot a slot of that queue
 * @param all the places of the process, of which this is one
 */
record InlinePlace(String activity, String taskQueue, InlineSlot slot, Semaphore all) {

    /** Gives the place back. */
    void giveBack() {
        slot.giveBack();
        all.release();
    }
}
