package dev.durahook.benchmarks.load.measure;

import dev.durahook.benchmarks.load.effect.Effects;
import dev.durahook.benchmarks.load.server.StoredEvents;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

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

    /** Waits for these effects, and then until the server knows as many completed workflows. */
    void awaitProcessed(StoredEvents server, Effects effects, String prefix, Set<String> accepted) {
        awaitAll(accepted, () -> effects.read().keySet());
        awaitCount(() -> server.completed(prefix), accepted.size());
    }

    /** Waits until the server knows as many workflows. */
    void awaitStored(StoredEvents server, String prefix, Set<String> accepted) {
        awaitCount(() -> server.count(prefix), accepted.size());
    }

    /**
     * Waits until all these events are done. A count is not enough: an event may be stored although its sender was told
     * otherwise, and is then done instead of another.
     */
    void awaitAll(Set<String> accepted, Supplier<Set<String>> done) {
        awaitCount(
                () -> {
                    Set<String> now = done.get();
                    return accepted.stream().filter(now::contains).count();
                },
                accepted.size());
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
