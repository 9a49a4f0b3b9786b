package dev.durahook.receiver.acceptance;

import java.time.Duration;

/**
 * When an answer is due.
 *
 * @param end a time of {@link System#nanoTime}
 */
record Deadline(long end) {

    /** A deadline so long from now. */
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The nanoseconds that are left; 0 once it is over. */
    long remaining() {
        return Math.max(0, end - System.nanoTime());
    }
}
