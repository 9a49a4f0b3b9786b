package dev.durahook.receiver.keys;

import java.time.Duration;
import java.util.function.LongSupplier;

/** What may be spent on strangers: a few at once, and after that one in each interval. Not safe for several threads. */
final class Allowance {

    private final long interval;
    private final long saved;
    private final LongSupplier nanoTime;
    private long paidUntil;

    /**
     * A full allowance.
     *
     * @param atOnce how many may be spent after a quiet time
     * @param interval the time in which one is saved up
     * @param nanoTime tells the time
     */
    Allowance(int atOnce, Duration interval, LongSupplier nanoTime) {
        this.interval = interval.toNanos();
        this.saved = this.interval * (atOnce - 1);
        this.nanoTime = nanoTime;
        this.paidUntil = nanoTime.getAsLong() - saved;
    }

    /** Spends one, if there is one. */
    boolean spend() {
        if (nanosUntilNext() > 0) {
            return false;
        }
        long now = nanoTime.getAsLong();
        paidUntil = (paidUntil - now > 0 ? paidUntil : now) + interval;
        return true;
    }

    /** How long it takes until there is one; 0 if there is. */
    long nanosUntilNext() {
        return Math.max(0, paidUntil - saved - nanoTime.getAsLong());
    }
}
