package dev.durahook.connection.server;

import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Has the server checked as soon as it answers, without delaying the start, and again when it has changed: a namespace's
 * retention is a command away, and so is another namespace of the same name. After a lost connection it asks at once
 * who answers now.
 */
public final class ServerWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);
    private static final Duration UNTIL_IT_ANSWERS = Duration.ofSeconds(5);
    private static final Duration FROM_THEN_ON = Duration.ofSeconds(30);

    // A connection that is lost as soon as it was made would be asked about without end.
    private static final Duration AT_LEAST = Duration.ofSeconds(1);

    private final ServerQuestions questions;
    private final List<? extends ServerCheck> checks;
    private final Memories memories;
    private final Contact contact;
    private final Duration interval;
    private final Semaphore wake = new Semaphore(0);
    private @Nullable ServerFacts last;
    private volatile @Nullable Thread watcher;

    /**
     * Watches the server of a client.
     *
     * @param contact learns each time whether it answered
     */
    public ServerWatch(
            WorkflowClient client,
            List<? extends ServerCheck> checks,
            List<? extends ServerMemory> memories,
            Contact contact) {
        this(client, checks, memories, contact, FROM_THEN_ON);
    }

    ServerWatch(
            WorkflowClient client,
            List<? extends ServerCheck> checks,
            List<? extends ServerMemory> memories,
            Contact contact,
            Duration interval) {
        this.questions = new ServerQuestions(client);
        this.checks = checks;
        this.memories = new Memories(memories);
        this.contact = contact;
        this.interval = interval;
    }

    /** The connection was lost: another server may answer from now on. */
    public void disconnected() {
        memories.doubt();
        wake.release();
    }

    /** There is reason to ask at once. */
    public void lookNow() {
        wake.release();
    }

    /** A call has failed as none does of a healthy server. */
    public void failed() {
        memories.forget();
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::watch, "durahook-server-watch");
        thread.setDaemon(true);
        watcher = thread;
        thread.start();
    }

    private void watch() {
        while (isRunning()) {
            try {
                pause(look());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void pause(Duration longest) throws InterruptedException {
        Duration shortest = longest.compareTo(AT_LEAST) < 0 ? longest : AT_LEAST;
        TimeUnit.NANOSECONDS.sleep(shortest.toNanos());
        if (wake.tryAcquire(longest.minus(shortest).toNanos(), TimeUnit.NANOSECONDS)) {
            wake.drainPermits();
        }
    }

    private Duration look() {
        long doubts = memories.doubts();
        try {
            ServerFacts now = questions.ask();
            contact.answered();
            return learn(now, doubts);
        } catch (RuntimeException e) {
            failed(e);
            return UNTIL_IT_ANSWERS;
        }
    }

    // A call that the end of the application has cut short tells nothing of the server.
    private void failed(RuntimeException failure) {
        if (isRunning()) {
            contact.failed(failure);
        }
    }

    private Duration learn(ServerFacts now, long doubts) {
        try {
            ServerFacts before = last;
            if (now.isAnotherThan(before)) {
                reportAnother(now);
                memories.forget();
            }
            memories.settle(doubts, now.isTheSameAs(before));
            if (!now.equals(before)) {
                last = now;
                checks.forEach(check -> check.check(now));
            }
            return interval;
        } catch (RuntimeException e) {
            LOG.debug("The server could not be checked: {}", e.getMessage());
            return UNTIL_IT_ANSWERS;
        }
    }

    private static void reportAnother(ServerFacts now) {
        LOG.warn(
                "Namespace {} at {} is another than before. What was accepted until now is not in it: senders have to"
                        + " deliver it again",
                now.namespace(),
                now.target());
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
