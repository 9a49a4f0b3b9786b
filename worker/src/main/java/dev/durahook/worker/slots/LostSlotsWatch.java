package dev.durahook.worker.slots;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Checks for lost slots every second, so that they are logged even if no probe asks. */
final class LostSlotsWatch implements SmartLifecycle {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final LostSlotsLog log;
    private volatile @Nullable Thread watcher;

    LostSlotsWatch(LostSlotsLog log) {
        this.log = log;
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::watch, "durahook-slot-watch");
        thread.setDaemon(true);
        watcher = thread;
        thread.start();
    }

    private void watch() {
        while (isRunning()) {
            try {
                TimeUnit.NANOSECONDS.sleep(INTERVAL.toNanos());
            } catch (InterruptedException e) {
                return;
            }
            log.look();
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
