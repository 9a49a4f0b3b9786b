package dev.durahook.workflows.handling;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Interrupts an attempt whose time is over. Temporal tries it again elsewhere by then and would let the thread wait for
 * ever, one of those that the worker has.
 */
final class Deadline {

    private static final ScheduledExecutorService CLOCK = clock();

    private final Thread thread = Thread.currentThread();
    private final Future<?> end;
    private boolean ended;

    private Deadline(Duration time) {
        end = CLOCK.schedule(this::interrupt, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** For the calling thread, from now on. */
    static Deadline in(Duration time) {
        return new Deadline(time);
    }

    private synchronized void interrupt() {
        if (!ended) {
            thread.interrupt();
        }
    }

    /**
     * The thread goes on to other work, uninterrupted, also where the handler has interrupted it: with the flag set,
     * Temporal would not hear of this attempt's end.
     */
    synchronized void end() {
        ended = true;
        end.cancel(false);
        Thread.interrupted();
    }

    // An attempt that has ended is not remembered until its time would have been over.
    private static ScheduledExecutorService clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, Deadline::daemon);
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "durahook-deadline");
        thread.setDaemon(true);
        return thread;
    }
}
