package dev.durahook.worker.parking;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Checks and registers the search attribute at intervals while the worker runs, because the database may be replaced
 * and an operator may remove or add the attribute.
 */
final class StatusWatch implements SmartLifecycle {

    static final Duration INTERVAL = Duration.ofSeconds(30);

    private final StatusAttribute status;
    private final Duration interval;
    private volatile @Nullable Thread watcher;

    StatusWatch(StatusAttribute status, Duration interval) {
        this.status = status;
        this.interval = interval;
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::watch, "durahook-status-watch");
        thread.setDaemon(true);
        watcher = thread;
        thread.start();
    }

    // WorkerLifecycle makes the first check as soon as Temporal answers.
    private void watch() {
        while (isRunning()) {
            try {
                TimeUnit.NANOSECONDS.sleep(interval.toNanos());
            } catch (InterruptedException e) {
                return;
            }
            status.mend();
        }
    }

    @Override
    public void stop() {
        Thread thread = watcher;
        watcher = null;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return watcher != null;
    }
}
