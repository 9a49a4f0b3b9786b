package dev.durahook.receiver.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A cache of fetched keys. Keys that have verified a delivery are proven and kept apart, so that keys fetched for
 * unverified deliveries can't push them out. The name of a proven key is remembered for longer than the key is valid.
 */
final class KeyCache<K, V> {

    /** How many keys of either kind are kept: more than any provider uses at a time. */
    static final int MAX = 100;

    private final long kept;
    private final Predicate<V> isCurrent;
    private final Ticker ticker;
    private final Cache<K, CachedKey<V>> proven =
            Caffeine.newBuilder().maximumSize(MAX).build();
    private final Cache<K, CachedKey<V>> unproven =
            Caffeine.newBuilder().maximumSize(MAX).build();

    /**
     * An empty cache.
     *
     * @param kept how long a key may be used
     * @param isCurrent tells whether a key is valid, apart from its age
     */
    KeyCache(Duration kept, Predicate<V> isCurrent, Ticker ticker) {
        this.kept = kept.toNanos();
        this.isCurrent = isCurrent;
        this.ticker = ticker;
    }

    /** The key with this name, if it is cached and valid. */
    Optional<CachedKey<V>> of(K name) {
        CachedKey<V> known = proven.getIfPresent(name);
        return Optional.ofNullable(known == null ? unproven.getIfPresent(name) : known)
                .filter(cached -> ticker.read() - cached.fetchedAt() < kept)
                .filter(cached -> isCurrent.test(cached.key()));
    }

    /** Whether a key with this name has verified a delivery. */
    boolean isProven(K name) {
        return proven.getIfPresent(name) != null;
    }

    /** Whether a valid key should be renewed now. */
    boolean isDue(CachedKey<V> known) {
        return ticker.read() - known.dueAt() >= 0;
    }

    /** Adds a key that was just fetched. It is due for renewal after half of its lifetime. */
    CachedKey<V> add(K name, V key) {
        long now = ticker.read();
        CachedKey<V> known = new CachedKey<>(key, now, now + kept / 2);
        (isProven(name) ? proven : unproven).put(name, known);
        return known;
    }

    /** Postpones the renewal of a key after a failed fetch. */
    void putOff(K name, CachedKey<V> known, Duration wait) {
        proven.put(name, known.dueAt(ticker.read() + wait.toNanos()));
    }

    /** Marks a key as proven, because a delivery was verified with it. */
    void prove(K name, CachedKey<V> known) {
        if (!isProven(name)) {
            proven.put(name, known);
            unproven.invalidate(name);
        }
    }
}
