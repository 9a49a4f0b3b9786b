package dev.durahook.worker.slots;

/** A slot that an attempt inside a workflow task has taken. Closing it gives it back. */
@FunctionalInterface
public interface InlineSlot extends AutoCloseable {

    @Override
    void close();
}
