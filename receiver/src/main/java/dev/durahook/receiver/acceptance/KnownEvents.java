package dev.durahook.receiver.acceptance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.durahook.connection.server.ServerMemory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The IDs of the last events that Temporal has stored.
 *
 * <p>A duplicate that reaches Temporal costs a call, and an orphaned row on its SQL stores. An ID that is known is
 * answered for without asking, so that must not outlive what it stands for: it holds for a short time, and only while
 * Temporal is certainly the one that was asked. After that an ID proves nothing, and goes to Temporal.
 *
 * <p>docs/decisions/0028-a-known-event-is-known-for-minutes.md says what that costs.
 */
final class KnownEvents implements ServerMemory {

    private final Cache<String, Told> ids;
    private final long lifetime;
    private final LongSupplier nanoTime;
    private final AtomicLong era = new AtomicLong();
    private volatile boolean doubted;

    /** Remembers up to so many IDs, some 300 bytes each, which hold for so long. */
    KnownEvents(int maximum, Duration lifetime) {
        this(maximum, lifetime, System::nanoTime);
    }

    KnownEvents(int maximum, Duration lifetime, LongSupplier nanoTime) {
        this.ids = Caffeine.newBuilder().maximumSize(maximum).build();
        this.lifetime = lifetime.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Whether the event is stored, for certain. */
    boolean contains(String id) {
        Told told = ids.getIfPresent(id);
        return told != null && !doubted && told.era() == era() && nanoTime.getAsLong() - told.at() < lifetime;
    }

    /** Whether the event was stored once, at any time. */
    boolean hasSeen(String id) {
        return ids.getIfPresent(id) != null;
    }

    /** The time between two losses, to be asked for before Temporal is. */
    long era() {
        return era.get();
    }

    /** Remembers what Temporal told when it was asked in this era. An answer may come after a loss. */
    void add(String id, long askedIn) {
        ids.put(id, new Told(askedIn, nanoTime.getAsLong()));
    }

    @Override
    public void doubt() {
        doubted = true;
    }

    @Override
    public void trust() {
        doubted = false;
    }

    @Override
    public void forget() {
        era.incrementAndGet();
    }

    private record Told(long era, long at) {}
}
