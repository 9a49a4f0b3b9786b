package dev.durahook.benchmarks.load.time;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The clock that all processes of a measurement share: microseconds since 1970. */
public final class MicroTime {

    private MicroTime() {}

    /** The current time in microseconds. */
    public static long now() {
        return of(Instant.now());
    }

    /** A moment in microseconds. */
    public static long of(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }
}
