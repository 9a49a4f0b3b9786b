package dev.durahook.connection.server;

import dev.durahook.connection.failure.FailurePlace;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every {@link ServerAnswerCache} about lost and restored connections, and counts the doubts: an
 * answer of the server ends only those doubts that arose before the server was asked.
 */
final class ServerAnswerCaches {

    private static final Logger LOG = LoggerFactory.getLogger(ServerAnswerCaches.class);

    private final List<? extends ServerAnswerCache> all;
    private long doubts;
    private long settled;

    ServerAnswerCaches(List<? extends ServerAnswerCache> all) {
        this.all = all;
    }

    synchronized long doubts() {
        return doubts;
    }

    synchronized void doubt() {
        doubts++;
        tellAll(ServerAnswerCache::doubt);
    }

    synchronized void forget() {
        tellAll(ServerAnswerCache::forget);
    }

    /**
     * Ends the doubts that existed when the server was asked.
     *
     * @param asked the number of {@link #doubts} when the server was asked
     * @param isSame whether it is certain that the same server has answered
     */
    synchronized void settle(long asked, boolean isSame) {
        if (asked == settled) {
            return;
        }
        if (!isSame) {
            forget();
        }
        if (asked == doubts) {
            settled = asked;
            tellAll(ServerAnswerCache::trust);
        }
    }

    // A cache that fails must not keep the other caches from being notified.
    private void tellAll(Consumer<ServerAnswerCache> news) {
        for (ServerAnswerCache cache : all) {
            try {
                news.accept(cache);
            } catch (RuntimeException | Error e) {
                LOG.warn(
                        "{} failed to take note that the Temporal server may have changed: {}",
                        cache.getClass().getName(),
                        FailurePlace.of(e));
            }
        }
    }
}
