package dev.durahook.connection.server;

import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Has the server checked as soon as it answers, without delaying the start, and again when it has changed: a namespace's
 * retention is a command away.
 */
public final class ServerWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);
    private static final Duration UNTIL_IT_ANSWERS = Duration.ofSeconds(5);
    private static final Duration FROM_THEN_ON = Duration.ofMinutes(5);

    private final ServerQuestions questions;
    private final List<? extends ServerCheck> checks;
    private @Nullable ServerFacts last;
    private volatile @Nullable Thread watcher;

    /** Watches the server of a client. */
    public ServerWatch(WorkflowClient client, List<? extends ServerCheck> checks) {
        this.questions = new ServerQuestions(client);
        this.checks = checks;
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
                TimeUnit.NANOSECONDS.sleep(look().toNanos());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    // What fails here is said elsewhere: by the health, and by what needs the server.
    private Duration look() {
        try {
            ServerFacts now = questions.ask();
            if (!now.equals(last)) {
                last = now;
                checks.forEach(check -> check.check(now));
            }
            return FROM_THEN_ON;
        } catch (RuntimeException e) {
            LOG.debug("The server could not be checked: {}", e.getMessage());
            return UNTIL_IT_ANSWERS;
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
