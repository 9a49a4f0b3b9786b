package dev.durahook.testsupport;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits until a condition holds, so that no test sleeps for a guessed time. */
public final class Await {

    /** How long a test waits for what must come: a busy machine takes minutes for what takes seconds. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(250);

    private Await() {}

    /**
     * Waits up to {@link #PATIENCE} until the condition holds.
     *
     * @param what describes what is waited for, in the failure's message
     * @throws AssertionError if the condition does not hold in time
     */
    public static void until(String what, BooleanSupplier condition) {
        until(what, PATIENCE, condition);
    }

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
     * Waits up to {@link #PATIENCE} until the source gives a value.
     *
     * @param what describes what is waited for, in the failure's message
     * @throws AssertionError if the source gives no value in time
     */
    public static <T> T value(String what, Supplier<Optional<T>> source) {
        return value(what, PATIENCE, source);
    }

    /**
     * Waits until the source gives a value.
     *
     * @param what describes what is waited for, in the failure's message
     * @throws AssertionError if the source gives no value in time
     */
    public static <T> T value(String what, Duration timeout, Supplier<Optional<T>> source) {
        long begin = System.nanoTime();
        long waited;
        do {
            Optional<T> value = source.get();
            if (value.isPresent()) {
                return value.get();
            }
            waited = System.nanoTime() - begin;
            pause(waited);
        } while (waited < timeout.toNanos());
        throw new AssertionError("not within " + timeout.toSeconds() + " s: " + what);
    }

    // Each look costs processor time, which the process that is waited for needs too. A wait becomes at most a tenth
    // longer.
    private static void pause(long waited) {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.max(SHORTEST_PAUSE, Math.min(waited / 10, LONGEST_PAUSE)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
