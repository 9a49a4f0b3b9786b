package dev.durahook.connection.server;

import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.List;

/** A watch that looks at once when it is asked to, and otherwise once in thirty seconds while the server answers. */
public final class QuickWatch {

    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final Duration UNTIL_IT_ANSWERS = Duration.ofMillis(200);
    static final Duration AT_LEAST = Duration.ofMillis(20);

    private QuickWatch() {}

    /** The watch of a client's server, which is not started yet. */
    public static ServerWatch of(
            WorkflowClient client,
            List<? extends ServerCheck> checks,
            List<? extends ServerAnswerCache> caches,
            ServerContactListener contact) {
        return new ServerWatch(client, checks, caches, contact, INTERVAL, UNTIL_IT_ANSWERS, AT_LEAST);
    }
}
