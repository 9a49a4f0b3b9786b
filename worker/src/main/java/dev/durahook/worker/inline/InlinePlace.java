package dev.durahook.worker.inline;

import dev.durahook.worker.slots.InlineSlot;

/**
 * The place that one attempt inside a workflow task has taken.
 *
 * @param activity the type of the step's activity
 * @param taskQueue the task queue to which the activity would go
 * @param slot a slot of that queue
 * @param all the limit of the process, which counts this one
 */
record InlinePlace(String activity, String taskQueue, InlineSlot slot, InlineLimit all) {

    /** Gives the place back. */
    void giveBack() {
        slot.giveBack();
        all.giveBack();
    }
}
