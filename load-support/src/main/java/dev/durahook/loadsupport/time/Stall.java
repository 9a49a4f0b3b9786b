package dev.durahook.loadsupport.time;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Waits as long as there is progress.
 *
 * @param length how long there may be no progress before the wait ends
 * @param pause the time between two looks
 */
public record Stall(Duration length, Duration pause) {

    /** Waits until nothing is missing any more, or the number has not become smaller for the length of a stall. */
    public void await(LongSupplier missing) {
        long least = Long.MAX_VALUE;
        long giveUp = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < giveUp) {
            long now = missing.getAsLong();
            if (now <= 0) {
                return;
            }
            if (now < least) {
                least = now;
                giveUp = System.nanoTime() + length.toNanos();
            }
            Pause.of(pause);
        }
    }
}
