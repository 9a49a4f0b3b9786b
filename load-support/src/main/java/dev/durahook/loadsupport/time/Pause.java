package dev.durahook.loadsupport.time;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lets a program wait: for a moment, or before it looks again at a process, at the server or at the machine. */
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
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    /**
     * Waits until a moment, or not at all if it is over.
     *
     * @param moment in microseconds since 1970, as {@link MicroTime#now} tells them
     */
    public static void until(long moment) {
        for (long left = moment - MicroTime.now(); left > 0; left = moment - MicroTime.now()) {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(left));
        }
    }
}
