package dev.durahook.connection.metrics;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Fetches the values of gauges in the background, one after the other on a single thread. The thread ends if no gauge
 * is read for a while.
 */
public final class BackgroundRefresh {

    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), BackgroundRefresh::daemon);

    /** Starts no thread yet. */
    public BackgroundRefresh() {
        thread.allowCoreThreadTimeOut(true);
    }

    /**
     * A value that is fetched again when it is read, but at most once in each interval.
     *
     * @param fetch fetches the value; it may be slow, and it may fail
     */
    public <T> RefreshedValue<T> atMostEvery(Duration interval, Supplier<T> fetch) {
        return new RefreshedValue<>(fetch, interval, thread, System::nanoTime);
    }

    private static Thread daemon(Runnable work) {
        Thread daemon = new Thread(work, "durahook-metrics");
        daemon.setDaemon(true);
        return daemon;
    }
}
