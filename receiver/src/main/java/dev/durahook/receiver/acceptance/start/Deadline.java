package dev.durahook.receiver.acceptance.start;

import java.time.Duration;

/**
 * The time by which the sender must be answered.
 *
 * @param end a time of {@link System#nanoTime}
 */
public record Deadline(long end) {

    /** A deadline that lies the given time in the future. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The nanoseconds left; 0 after the deadline. */
    public long remaining() {
        return Math.max(0, end - System.nanoTime());
    }
}
