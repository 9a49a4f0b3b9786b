package dev.durahook.workflows.handling;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Interrupts the thread of an attempt whose time is over. Temporal then makes the next attempt, but does not end the old
 * one: its thread could wait for ever, and a worker has a limited number of threads.
 */
public final class AttemptDeadline {

    private static final ScheduledExecutorService CLOCK = clock();

    private final Thread thread = Thread.currentThread();
    private final Future<?> end;
    private boolean ended;

    private AttemptDeadline(Duration time) {
        end = CLOCK.schedule(this::interrupt, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Starts a deadline for the calling thread. */
    public static AttemptDeadline in(Duration time) {
        return new AttemptDeadline(time);
    }

    private synchronized void interrupt() {
        if (!ended) {
            thread.interrupt();
        }
    }

    /**
     * Ends the deadline. The thread goes on to other work without its interrupt flag, even if the handler has set the
     * flag: otherwise Temporal would not hear of this attempt's end.
     */
    public synchronized void end() {
        ended = true;
        end.cancel(false);
        Thread.interrupted();
    }

    // A cancelled deadline is removed at once instead of being kept until its time.
    private static ScheduledExecutorService clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, AttemptDeadline::daemon);
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "durahook-deadline");
        thread.setDaemon(true);
        return thread;
    }
}
