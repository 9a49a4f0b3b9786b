package dev.durahook.connection.secret;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Reads files on a thread of its own, one reading at a time. If the disk hangs, a caller waits for a bounded time, and only
 * the caller who began the reading: a delivery, a call or an attempt may hold a thread and other things while it asks for a
 * secret. What was read before counts meanwhile.
 */
public final class BoundedReading {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(threads());

    private final Duration patience;
    private final AtomicBoolean isUnderWay = new AtomicBoolean();

    /**
     * No reading yet.
     *
     * @param patience the longest time that a caller waits
     */
    public BoundedReading(Duration patience) {
        this.patience = patience;
    }

    /**
     * Reads and waits for the end, unless a reading is under way.
     *
     * @return false if this reading has not ended in time
     */
    public boolean run(Runnable reading) {
        return !isUnderWay.compareAndSet(false, true) || hasEnded(begun(reading));
    }

    // If no thread can be started, the caller reads. It needed no thread for that.
    private CompletableFuture<Void> begun(Runnable reading) {
        try {
            return CompletableFuture.runAsync(() -> finish(reading), THREADS);
        } catch (OutOfMemoryError noThread) {
            finish(reading);
            return CompletableFuture.completedFuture(null);
        }
    }

    private void finish(Runnable reading) {
        try {
            reading.run();
        } finally {
            isUnderWay.set(false);
        }
    }

    private boolean hasEnded(CompletableFuture<Void> reading) {
        try {
            reading.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }

    private static CustomizableThreadFactory threads() {
        CustomizableThreadFactory threads = new CustomizableThreadFactory("durahook-secret-file-");
        threads.setDaemon(true);
        return threads;
    }
}
