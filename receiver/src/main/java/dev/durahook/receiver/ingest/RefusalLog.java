package dev.durahook.receiver.ingest;

import dev.durahook.workflows.logging.LoggedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Says what was refused and why, at a level that is on. Anybody can cause a refusal, so there is at most one line a minute
 * and source: the first one at once, which is for the person who sets a webhook up, and a minute later the sum of those that
 * followed. All sources that are not declared are one.
 */
final class RefusalLog implements AutoCloseable {

    /** Not that of stored events, which may be many: one can be turned off and the other not. */
    private static final Logger LOG = LoggerFactory.getLogger("dev.durahook.receiver.refusals");

    /** What has not been written yet, of each source whose minute has not ended. */
    private final Map<String, Refusals> minutes = new HashMap<>();

    private final Executor later;

    /**
     * An empty log.
     *
     * @param later runs what it is given when a minute is over
     */
    RefusalLog(Executor later) {
        this.later = later;
    }

    static RefusalLog ofMinutes() {
        return new RefusalLog(CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES));
    }

    /**
     * Notes a refusal.
     *
     * @param source the source's name, never what a stranger calls it
     */
    void note(String source, DeliveryProblem problem) {
        if (begins(source, problem)) {
            log(source, "", new Refusals().add(problem));
            later.execute(() -> minuteIsOver(source));
        }
    }

    private void minuteIsOver(String source) {
        Refusals refused = taken(source);
        if (!refused.isEmpty()) {
            log(source, " in the last minute", refused);
            later.execute(() -> minuteIsOver(source));
        }
    }

    /** Writes what has not been written yet. */
    @Override
    public void close() {
        for (String source : sources()) {
            Refusals refused = taken(source);
            if (!refused.isEmpty()) {
                log(source, " since the line before", refused);
            }
        }
    }

    private synchronized boolean begins(String source, DeliveryProblem problem) {
        Refusals minute = minutes.putIfAbsent(source, new Refusals());
        if (minute != null) {
            minute.add(problem);
        }
        return minute == null;
    }

    // After a minute without a refusal, the next one is a first one again.
    private synchronized Refusals taken(String source) {
        Refusals minute = minutes.remove(source);
        if (minute == null || minute.isEmpty()) {
            return new Refusals();
        }
        minutes.put(source, new Refusals());
        return minute;
    }

    private synchronized List<String> sources() {
        return List.copyOf(minutes.keySet());
    }

    private static void log(String source, String when, Refusals refused) {
        LoggedEvent logged = LoggedEvent.from(source);
        LOG.atLevel(refused.isWarning() ? Level.WARN : Level.INFO)
                .log("Refused {} to source {}{}: {}", refused.number(), source, when, refused);
        logged.end();
    }
}
