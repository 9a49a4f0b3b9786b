package dev.durahook.connection.watch;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Makes a check at intervals, the first one an interval after the start. */
public final class PeriodicWatch extends WatchLoop {

    private final Duration interval;
    private final Runnable check;

    /**
     * A watch that does not run yet.
     *
     * @param check if it throws, it is made again after the next interval
     */
    public PeriodicWatch(String threadName, Duration interval, Runnable check) {
        super(threadName);
        this.interval = interval;
        this.check = check;
    }

    @Override
    protected void round() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(interval.toNanos());
        check.run();
    }
}
