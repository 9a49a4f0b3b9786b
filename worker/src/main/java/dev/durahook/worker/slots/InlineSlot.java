package dev.durahook.worker.slots;

/** A slot that an attempt inside a workflow task has taken. */
@FunctionalInterface
public interface InlineSlot {

    /** Gives the slot back. */
    void giveBack();
}
