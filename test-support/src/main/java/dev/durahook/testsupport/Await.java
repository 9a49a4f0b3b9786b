package dev.durahook.testsupport;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits until a condition holds, so that no test sleeps for a guessed time. */
public final class Await {

    private static final long PAUSE_MILLIS = 20;

    private Await() {}

    /**
     * Waits until the condition holds.
     *
     * @param what describes what is waited for, in the failure's message
     * @throws AssertionError if the condition does not hold in time
     */
    public static void until(String what, Duration timeout, BooleanSupplier condition) {
        value(what, timeout, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /**
     * Waits until the source gives a value.
     *
     * @param what describes what is waited for, in the failure's message
     * @throws AssertionError if the source gives no value in time
     */
    public static <T> T value(String what, Duration timeout, Supplier<Optional<T>> source) {
        long end = System.nanoTime() + timeout.toNanos();
        do {
            Optional<T> value = source.get();
            if (value.isPresent()) {
                return value.get();
            }
            pause();
        } while (System.nanoTime() < end);
        throw new AssertionError("not within " + timeout.toSeconds() + " s: " + what);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
