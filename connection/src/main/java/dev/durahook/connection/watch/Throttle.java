package dev.durahook.connection.watch;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Allows something at most once in an interval for each key, such as a line in the log. Keys are kept for ever, so
 * they must come from a closed set.
 */
public final class Throttle<K> {

    private final long interval;
    private final LongSupplier nanoTime;
    private final Map<K, Long> allowedAt = new ConcurrentHashMap<>();

    /**
     * A throttle that has allowed nothing yet.
     *
     * @param nanoTime the time, as {@link System#nanoTime} tells it
     */
    public Throttle(Duration interval, LongSupplier nanoTime) {
        this.interval = interval.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Whether the interval since the last time that this was allowed is over. If so, a new interval begins. */
    public boolean allows(K key) {
        long now = nanoTime.getAsLong();
        Long last = allowedAt.get(key);
        if (last == null) {
            return allowedAt.putIfAbsent(key, now) == null;
        }
        return now - last >= interval && allowedAt.replace(key, last, now);
    }
}
