package dev.durahook.benchmarks.load.measure;

import dev.durahook.benchmarks.load.server.StoredEvents;
import dev.durahook.loadsupport.effect.Effects;
import dev.durahook.loadsupport.time.Stall;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Waits until all events of a measurement are done, or until nothing more happens. While handlers are at work, only
 * their file of effects is read, so that questions to the server do not disturb the measurement.
 */
final class CompletionWait {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Stall stall;

    /**
     * Waits as long as there is progress.
     *
     * @param stall how long there may be no progress before the wait ends
     */
    CompletionWait(Duration stall) {
        this.stall = new Stall(stall, PAUSE);
    }

    /** Waits until these events have had their effects, and then until as many workflows have completed. */
    void awaitProcessed(StoredEvents server, Effects effects, String prefix, Collection<String> accepted) {
        awaitAll(accepted, () -> effects.read().keySet());
        awaitCount(() -> server.completed(prefix), accepted.size());
    }

    /** Waits until the server has stored as many workflows as there are accepted events. */
    void awaitStored(StoredEvents server, String prefix, Collection<String> accepted) {
        awaitCount(() -> server.count(prefix), accepted.size());
    }

    /**
     * Waits until these events are parked.
     *
     * @throws IllegalStateException if some of them were not parked in time
     */
    void awaitParked(StoredEvents server, String prefix, Collection<String> accepted) {
        awaitCount(() -> server.parked(prefix), accepted.size());
        long parked = server.parked(prefix);
        if (parked < accepted.size()) {
            throw new IllegalStateException("only " + parked + " of " + accepted.size() + " events were parked");
        }
    }

    /**
     * Waits until each of these events is done. A count is not enough: the server may also have stored an event that
     * its sender was told to send again, and such an event must not be counted instead of an accepted event.
     */
    void awaitAll(Collection<String> accepted, Supplier<Set<String>> done) {
        awaitCount(
                () -> {
                    Set<String> now = done.get();
                    return accepted.stream().filter(now::contains).count();
                },
                accepted.size());
    }

    // After a stall this returns like after success: the results of the single events show which events are missing.
    private void awaitCount(LongSupplier count, int expected) {
        stall.await(() -> expected - count.getAsLong());
    }
}
