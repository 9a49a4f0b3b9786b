package dev.durahook.connection.metrics;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Asks Temporal for the values of gauges, one question after the other and on one thread, which ends when nobody reads. */
public final class Background {

    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Background::daemon);

    /** No question is under way yet. */
    public Background() {
        thread.allowCoreThreadTimeOut(true);
    }

    /**
     * A value that is asked for again when somebody reads it, at most once in this time.
     *
     * @param question may take its time, and fail
     */
    public <T> Refreshed<T> atMostEvery(Duration interval, Supplier<T> question) {
        return new Refreshed<>(question, interval, thread, System::nanoTime);
    }

    private static Thread daemon(Runnable work) {
        Thread daemon = new Thread(work, "durahook-metrics");
        daemon.setDaemon(true);
        return daemon;
    }
}
