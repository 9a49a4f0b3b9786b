package dev.durahook.benchmarks.load.time;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets the benchmark wait before it looks again at a process, at the server or at the machine. */
public final class Pause {

    private Pause() {}

    /**
     * Sleeps for this time.
     *
     * @throws IllegalStateException if the thread is interrupted
     */
    public static void of(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the benchmark waits", e);
        }
    }
}
