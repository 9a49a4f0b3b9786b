package dev.durahook.loadsupport.time;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The clock that all processes of a measurement share: microseconds since 1970. */
public final class MicroTime {

    /** The microseconds of a second. */
    public static final double SECOND = 1e6;

    private MicroTime() {}

    /** The current time in microseconds since 1970. */
    public static long now() {
        return of(Instant.now());
    }

    /** Converts a moment to microseconds since 1970. */
    public static long of(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }
}
