package dev.durahook.worker.inline;

import dev.durahook.worker.slots.InlineSlot;

/**
 * The place that one attempt inside a workflow task has taken.
 *
 * @param activity the type of the step's activity
 * @param taskQueue the task queue to which the activity would go
 * @param slot a slot of that queue
 * @param workflows the task queue of the workflow
 * @param all the limit of each worker, which counts this place for the worker of that queue
 */
record InlinePlace(String activity, String taskQueue, InlineSlot slot, String workflows, InlineLimit all) {

    /** Gives the place back. */
    void giveBack() {
        slot.giveBack();
        all.giveBack(workflows);
    }
}
