package dev.durahook.worker.inline;

import dev.durahook.worker.slots.InlineSlot;

/**
 * The place that one attempt inside a workflow task has taken.
 *
 * @param activity the type of the step's activity
 * @param taskQueue the task queue to which the activity would go
 * @param slot a slot of that queue
 * @param ofWorker a slot of the worker that runs the workflow
 */
record InlinePlace(String activity, String taskQueue, InlineSlot slot, InlineSlot ofWorker) {

    /** Gives the place back. */
    void giveBack() {
        try {
            slot.giveBack();
        } finally {
            ofWorker.giveBack();
        }
    }
}
