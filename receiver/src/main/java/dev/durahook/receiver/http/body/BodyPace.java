package dev.durahook.receiver.http.body;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/**
 * How slowly a body may arrive.
 *
 * @param timeout the longest time for the whole body
 * @param rate the minimum number of bytes a second, after {@link #GRACE}
 */
public record BodyPace(Duration timeout, DataSize rate) {

    /** Time in which a packet that was lost twice is retransmitted. */
    static final Duration GRACE = Duration.ofSeconds(3);

    /** Whether this many bytes in this time are too few. */
    boolean isTooSlow(long bytes, Duration elapsed) {
        long allowed = GRACE.toMillis() + bytes * 1_000 / rate.toBytes();
        return elapsed.toMillis() > Math.min(timeout.toMillis(), allowed);
    }
}
