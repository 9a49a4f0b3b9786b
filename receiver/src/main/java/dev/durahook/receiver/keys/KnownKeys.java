package dev.durahook.receiver.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Keys that were fetched, for a while. Those that have verified a delivery are proven, and kept apart: what a stranger
 * makes us fetch pushes none of them out. The name of a proven key is remembered for longer than the key itself.
 */
final class KnownKeys<K, V> {

    /** More than any provider signs with at a time, of either kind. */
    static final int MAX = 100;

    private final long kept;
    private final Predicate<V> isCurrent;
    private final Ticker ticker;
    private final Cache<K, Known<V>> proven =
            Caffeine.newBuilder().maximumSize(MAX).build();
    private final Cache<K, Known<V>> unproven =
            Caffeine.newBuilder().maximumSize(MAX).build();

    /**
     * None yet.
     *
     * @param kept how long a key may be used
     * @param isCurrent whether a key may be used, apart from its age
     */
    KnownKeys(Duration kept, Predicate<V> isCurrent, Ticker ticker) {
        this.kept = kept.toNanos();
        this.isCurrent = isCurrent;
        this.ticker = ticker;
    }

    /** The key of this name, if it may be used. */
    Optional<Known<V>> of(K name) {
        Known<V> known = proven.getIfPresent(name);
        return Optional.ofNullable(known == null ? unproven.getIfPresent(name) : known)
                .filter(one -> ticker.read() - one.fetchedAt() < kept)
                .filter(one -> isCurrent.test(one.key()));
    }

    /** Whether a key of this name has ever verified a delivery. */
    boolean isProven(K name) {
        return proven.getIfPresent(name) != null;
    }

    /** Whether a key should be fetched again while the one there is may still be used. */
    boolean isDue(Known<V> known) {
        return ticker.read() - known.dueAt() >= 0;
    }

    /** Keeps a key that was just fetched. A proven one is due for the next time when half of its time is over. */
    Known<V> add(K name, V key) {
        long now = ticker.read();
        Known<V> known = new Known<>(key, now, now + kept / 2);
        (isProven(name) ? proven : unproven).put(name, known);
        return known;
    }

    /** Puts off the next fetch of a key that could not be fetched. */
    void putOff(K name, Known<V> known, Duration wait) {
        proven.put(name, known.dueAt(ticker.read() + wait.toNanos()));
    }

    /** A delivery was verified with this key. */
    void prove(K name, Known<V> known) {
        if (!isProven(name)) {
            proven.put(name, known);
            unproven.invalidate(name);
        }
    }
}
