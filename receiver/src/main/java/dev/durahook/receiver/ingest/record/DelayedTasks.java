package dev.durahook.receiver.ingest.record;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Runs each task some time after it was handed over, on a single daemon thread. The thread is started at once and never
 * ends when idle: with a thread for each task, a task would be lost in a moment in which no thread can be started.
 */
final class DelayedTasks implements DelayedExecutor {

    private final ScheduledThreadPoolExecutor thread;
    private final Duration delay;

    DelayedTasks(String threadName, Duration delay) {
        CustomizableThreadFactory threads = new CustomizableThreadFactory(threadName + "-");
        threads.setDaemon(true);
        this.delay = delay;
        this.thread = new ScheduledThreadPoolExecutor(1, threads, new ThreadPoolExecutor.DiscardPolicy());
        thread.prestartCoreThread();
    }

    /** Runs the task later; after {@link #close}, does nothing. */
    @Override
    public void execute(Runnable task) {
        ScheduledFuture<?> unused = thread.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
