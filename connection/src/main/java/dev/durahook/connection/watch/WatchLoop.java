package dev.durahook.connection.watch;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Runs rounds of work one after the other on a daemon thread, from the application's start to its stop. A round that
 * fails does not end the watch.
 */
public abstract class WatchLoop implements SmartLifecycle {

    // A round that fails may not have come to its pause.
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final String threadName;
    private final FaultBarrier barrier;
    private volatile @Nullable Thread watcher;

    /** Starts no thread yet. */
    protected WatchLoop(String threadName) {
        this.threadName = threadName;
        this.barrier = new FaultBarrier("A round of " + threadName);
    }

    /**
     * Does one round, including the pause before or after the work.
     *
     * @throws InterruptedException if the application stops
     */
    protected abstract void round() throws InterruptedException;

    @Override
    public final void start() {
        Thread thread = new Thread(this::watch, threadName);
        thread.setDaemon(true);
        watcher = thread;
        thread.start();
    }

    private void watch() {
        while (isRunning()) {
            try {
                roundOrPause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void roundOrPause() throws InterruptedException {
        try {
            round();
        } catch (RuntimeException | Error e) {
            barrier.log(e);
            TimeUnit.NANOSECONDS.sleep(PAUSE_AFTER_FAILURE.toNanos());
        }
    }

    @Override
    public final void stop() {
        Thread thread = watcher;
        watcher = null;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return watcher != null;
    }
}
