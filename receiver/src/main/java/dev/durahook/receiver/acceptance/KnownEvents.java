package dev.durahook.receiver.acceptance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.durahook.connection.server.ServerAnswerCache;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The IDs of events that Temporal recently stored.
 *
 * <p>Each duplicate that reaches Temporal costs a call, and leaves an orphaned row on SQL stores. Duplicates of an
 * event in this cache are answered without asking Temporal. A cached ID must not outlive the stored event, so it is
 * valid for a short time, and only while Temporal can't have lost data. After that, a duplicate is sent to Temporal
 * again.
 *
 * <p>docs/decisions/0028-a-known-event-is-known-for-minutes.md describes the cost.
 */
final class KnownEvents implements ServerAnswerCache {

    private final Cache<String, Told> ids;
    private final long lifetime;
    private final LongSupplier nanoTime;
    private final AtomicLong era = new AtomicLong();
    private volatile boolean doubted;

    /** Remembers up to {@code maximum} IDs, some 300 bytes each, for {@code lifetime}. */
    KnownEvents(int maximum, Duration lifetime) {
        this(maximum, lifetime, System::nanoTime);
    }

    KnownEvents(int maximum, Duration lifetime, LongSupplier nanoTime) {
        this.ids = Caffeine.newBuilder().maximumSize(maximum).build();
        this.lifetime = lifetime.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Whether the event is certainly stored. */
    boolean contains(String id) {
        Told told = ids.getIfPresent(id);
        return told != null && !doubted && told.era() == era() && nanoTime.getAsLong() - told.at() < lifetime;
    }

    /** Whether the event was stored at some time, even if the ID is no longer valid. */
    boolean hasSeen(String id) {
        return ids.getIfPresent(id) != null;
    }

    /**
     * The number of times that Temporal may have lost data. Read it before calling Temporal and hand it to {@link
     * #add}.
     */
    long era() {
        return era.get();
    }

    /**
     * Remembers an ID that Temporal stored or knew.
     *
     * @param askedIn the {@link #era} before the call: if Temporal lost data during the call, the ID is not valid
     */
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
