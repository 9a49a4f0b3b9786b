package dev.durahook.receiver.keys;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A token bucket that limits work done for unverified deliveries: some at once, then one in each interval. Not
 * thread-safe.
 */
final class TokenBucket {

    private final long interval;
    private final long saved;
    private final LongSupplier nanoTime;
    private long paidUntil;

    /**
     * A full bucket.
     *
     * @param atOnce how many tokens the bucket holds
     * @param interval the time in which one token is added
     * @param nanoTime the clock, in nanoseconds
     */
    TokenBucket(int atOnce, Duration interval, LongSupplier nanoTime) {
        this.interval = interval.toNanos();
        this.saved = this.interval * (atOnce - 1);
        this.nanoTime = nanoTime;
        this.paidUntil = nanoTime.getAsLong() - saved;
    }

    /** Takes a token if there is one, and returns whether there was. */
    boolean spend() {
        if (nanosUntilNext() > 0) {
            return false;
        }
        long now = nanoTime.getAsLong();
        paidUntil = (paidUntil - now > 0 ? paidUntil : now) + interval;
        return true;
    }

    /** Nanoseconds until the next token; 0 if there is one. */
    long nanosUntilNext() {
        return Math.max(0, paidUntil - saved - nanoTime.getAsLong());
    }
}
