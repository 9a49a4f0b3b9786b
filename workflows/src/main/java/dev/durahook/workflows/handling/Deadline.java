package dev.durahook.workflows.handling;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Interrupts an attempt whose time is over. Temporal tries it again elsewhere by then and would let the thread wait for
 * ever, one of those that the worker has.
 */
final class Deadline {

    private static final Logger LOG = LoggerFactory.getLogger(Deadline.class);
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(Deadline::daemon);

    // Whoever closes a connection on an interrupt may take a moment.
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final String handler;
    private final Thread thread = Thread.currentThread();
    private Future<?> next;
    private boolean ended;

    private Deadline(String handler, Duration time) {
        this.handler = handler;
        next = CLOCK.schedule(this::interrupt, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** For the calling thread, from now on. */
    static Deadline of(String handler, Duration time) {
        return new Deadline(handler, time);
    }

    private synchronized void interrupt() {
        if (!ended) {
            thread.interrupt();
            next = CLOCK.schedule(this::warn, GRACE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void warn() {
        if (!ended) {
            LOG.warn(
                    "An attempt of the handler {} goes on although its time is over and it was interrupted. Until it ends"
                            + " it takes one of the places that this worker has for activities, as each further one does",
                    handler);
        }
    }

    /**
     * The thread goes on to other work, uninterrupted, also where the handler has interrupted it: with the flag set,
     * Temporal would not hear of this attempt's end.
     */
    synchronized void end() {
        ended = true;
        next.cancel(false);
        Thread.interrupted();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "durahook-deadline");
        thread.setDaemon(true);
        return thread;
    }
}
