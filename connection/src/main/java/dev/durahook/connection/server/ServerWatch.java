package dev.durahook.connection.server;

import dev.durahook.connection.failure.FailurePlace;
import dev.durahook.connection.watch.WatchLoop;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the server for its description, the first time as soon as the server answers and without delaying the start, and
 * then at intervals. Runs the checks when the description has changed, because one command can give a namespace another
 * retention, or replace the namespace by another one of the same name. After a lost connection this watch asks at once,
 * because another server may answer now.
 */
public final class ServerWatch extends WatchLoop {

    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);
    private static final Duration UNTIL_IT_ANSWERS = Duration.ofSeconds(5);
    private static final Duration FROM_THEN_ON = Duration.ofSeconds(30);

    // The shortest time between two calls, even if a connection is lost again and again as soon as it is made.
    private static final Duration AT_LEAST = Duration.ofSeconds(1);

    private final ServerDescriptionReader reader;
    private final List<? extends ServerCheck> checks;
    private final ServerAnswerCaches caches;
    private final ServerContactListener contact;
    private final Duration interval;
    private final Duration untilItAnswers;
    private final Duration atLeast;
    private final Semaphore wake = new Semaphore(0);
    private @Nullable ServerDescription last;

    /**
     * Watches the server of a client.
     *
     * @param contact gets the result of each call: whether the server answered
     */
    public ServerWatch(
            WorkflowClient client,
            List<? extends ServerCheck> checks,
            List<? extends ServerAnswerCache> caches,
            ServerContactListener contact) {
        this(client, checks, caches, contact, FROM_THEN_ON, UNTIL_IT_ANSWERS, AT_LEAST);
    }

    ServerWatch(
            WorkflowClient client,
            List<? extends ServerCheck> checks,
            List<? extends ServerAnswerCache> caches,
            ServerContactListener contact,
            Duration interval,
            Duration untilItAnswers,
            Duration atLeast) {
        super("durahook-server-watch");
        this.reader = new ServerDescriptionReader(client);
        this.checks = checks;
        this.caches = new ServerAnswerCaches(caches);
        this.contact = contact;
        this.interval = interval;
        this.untilItAnswers = untilItAnswers;
        this.atLeast = atLeast;
    }

    /** Must be called when the connection was lost: another server may answer from now on. */
    public void disconnected() {
        caches.doubt();
        wake.release();
    }

    /** Asks the server at once. */
    public void lookNow() {
        wake.release();
    }

    /** Must be called when a call has failed in a way that does not happen with a healthy server. */
    public void failed() {
        caches.forget();
    }

    @Override
    protected void round() throws InterruptedException {
        pause(look());
    }

    private void pause(Duration longest) throws InterruptedException {
        Duration shortest = longest.compareTo(atLeast) < 0 ? longest : atLeast;
        TimeUnit.NANOSECONDS.sleep(shortest.toNanos());
        if (wake.tryAcquire(longest.minus(shortest).toNanos(), TimeUnit.NANOSECONDS)) {
            wake.drainPermits();
        }
    }

    private Duration look() {
        long doubts = caches.doubts();
        try {
            ServerDescription now = reader.ask();
            contact.answered();
            learn(now, doubts);
            return interval;
        } catch (RuntimeException e) {
            failed(e);
            return untilItAnswers;
        }
    }

    // A call that was interrupted by the end of the application tells nothing about the server.
    private void failed(RuntimeException failure) {
        if (isRunning()) {
            contact.failed(failure);
        }
    }

    private void learn(ServerDescription now, long doubts) {
        ServerDescription before = last;
        if (now.isAnotherNamespaceThan(before)) {
            reportAnother(now);
        }
        if (now.differsFrom(before)) {
            caches.forget();
        }
        caches.settle(doubts, now.isTheSameAs(before));
        if (!now.equals(before)) {
            last = now;
            checks.forEach(check -> run(check, now));
        }
    }

    // A check that fails must not keep the other checks from running. The application may have checks of its own.
    private static void run(ServerCheck check, ServerDescription now) {
        try {
            check.check(now);
        } catch (RuntimeException | Error e) {
            LOG.warn(
                    "The check {} of the Temporal server failed: {}",
                    check.getClass().getName(),
                    FailurePlace.of(e));
        }
    }

    private static void reportAnother(ServerDescription now) {
        LOG.warn(
                "Namespace {} at {} is not the same namespace as before. It does not hold the events accepted until"
                        + " now: senders must deliver them again",
                now.namespace(),
                now.target());
    }
}
