package dev.durahook.testsupport;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Measures how long this process has run. On a busy machine, a process may stand still for seconds, or get few turns: that
 * time does not count, so a test can limit the time that its own process takes.
 */
public final class RunningTime implements AutoCloseable {

    private static final Duration TICK = Duration.ofMillis(100);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "running-time");
        thread.setDaemon(true);
        return thread;
    });
    private final LongSupplier nanoTime;
    private long last;
    private Duration elapsed = Duration.ZERO;
    private Duration longestPause = Duration.ZERO;

    RunningTime(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.last = nanoTime.getAsLong();
    }

    /** Begins to measure. */
    public static RunningTime start() {
        RunningTime time = new RunningTime(System::nanoTime);
        ScheduledFuture<?> unused =
                time.clock.scheduleWithFixedDelay(time::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
        return time;
    }

    synchronized void tick() {
        long now = nanoTime.getAsLong();
        Duration pause = Duration.ofNanos(now - last);
        last = now;
        elapsed = elapsed.plus(min(pause, TICK));
        longestPause = pause.compareTo(longestPause) > 0 ? pause : longestPause;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** How long the process has run since the beginning, at least. */
    public synchronized Duration elapsed() {
        return elapsed;
    }

    /** The longest time in which the process stood still, up to the last tick. */
    public synchronized Duration longestPause() {
        return longestPause;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
