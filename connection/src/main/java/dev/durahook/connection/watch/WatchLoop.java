package dev.durahook.connection.watch;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Runs rounds of work one after the other on a daemon thread, from the application's start to its stop. */
public abstract class WatchLoop implements SmartLifecycle {

    private final String threadName;
    private volatile @Nullable Thread watcher;

    /** Starts no thread yet. */
    protected WatchLoop(String threadName) {
        this.threadName = threadName;
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
                round();
            } catch (InterruptedException e) {
                return;
            }
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
