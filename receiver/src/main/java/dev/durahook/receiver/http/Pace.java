package dev.durahook.receiver.http;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/**
 * How slowly a body may come.
 *
 * @param timeout the longest that the whole may take
 * @param rate the least that has to come in a second, once {@link #GRACE} is over
 */
record Pace(Duration timeout, DataSize rate) {

    /** A packet that was lost twice comes again within three seconds. */
    static final Duration GRACE = Duration.ofSeconds(3);

    /** Whether so many bytes in so long are too few. */
    boolean isTooSlow(long bytes, Duration elapsed) {
        long allowed = GRACE.toMillis() + bytes * 1_000 / rate.toBytes();
        return elapsed.toMillis() > Math.min(timeout.toMillis(), allowed);
    }
}
