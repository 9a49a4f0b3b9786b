package dev.durahook.worker.slots;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A slot that an attempt inside a workflow task has taken. */
@FunctionalInterface
public interface InlineSlot {

    /** Gives the slot back. */
    void giveBack();

    /**
     * Takes one of a number of slots.
     *
     * @param slots one permit for each slot
     * @param patience how long to wait for a slot
     * @return empty if no slot was given back in this time, or if the thread was interrupted
     */
    static Optional<InlineSlot> of(Semaphore slots, Duration patience) {
        try {
            return slots.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)
                    ? Optional.of(slots::release)
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
