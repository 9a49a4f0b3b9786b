package dev.durahook.benchmarks.load.measure;

import dev.durahook.benchmarks.load.effect.Effects;
import dev.durahook.benchmarks.load.server.StoredEvents;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Waits until all events of a measurement are done. While handlers are at work, it only reads their file, so that the
 * server is not asked while it is measured.
 */
final class Completion {

    private static final long PAUSE_MILLIS = 100;

    private final Duration stall;

    /** Gives up when nothing more happens for this time. */
    Completion(Duration stall) {
        this.stall = stall;
    }

    void awaitProcessed(StoredEvents server, Effects effects, String prefix, int expected) {
        awaitCount(() -> effects.read().size(), expected);
        awaitCount(() -> server.completed(prefix), expected);
    }

    void awaitStored(StoredEvents server, String prefix, int expected) {
        awaitCount(() -> server.count(prefix), expected);
    }

    // What is missing after that is found and reported event by event.
    private void awaitCount(LongSupplier count, int expected) {
        long best = 0;
        long giveUp = System.nanoTime() + stall.toNanos();
        while (best < expected && System.nanoTime() < giveUp) {
            long now = count.getAsLong();
            if (now > best) {
                best = now;
                giveUp = System.nanoTime() + stall.toNanos();
            }
            if (best < expected) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while events are processed", e);
        }
    }
}
