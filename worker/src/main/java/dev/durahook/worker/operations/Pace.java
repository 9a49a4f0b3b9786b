package dev.durahook.worker.operations;

import java.util.concurrent.TimeUnit;

/** Spreads an operation's events evenly over time, at a rate in events a second. */
final class Pace {

    private final long interval;
    private long next = System.nanoTime();

    Pace(int rate) {
        this.interval = TimeUnit.SECONDS.toNanos(1) / rate;
    }

    /** Waits until the time of the next event. A call that took longer is not made up for by a burst. */
    void await() throws InterruptedException {
        next += interval;
        long now = System.nanoTime();
        if (next > now) {
            TimeUnit.NANOSECONDS.sleep(next - now);
        } else {
            next = now;
        }
    }
}
