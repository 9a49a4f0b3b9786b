package dev.durahook.testing.time;

import java.time.Duration;
import java.time.Instant;

/**
 * A moment of a test.
 *
 * @param skipping the time on the test server's clock
 * @param real the time on this machine in nanoseconds, of which only differences have a meaning
 */
record Moment(Instant skipping, long real) {

    AttemptWait until(Moment later) {
        return new AttemptWait(Duration.between(skipping, later.skipping), Duration.ofNanos(later.real - real));
    }
}
