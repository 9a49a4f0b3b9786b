package dev.durahook.receiver.ingest;

import dev.durahook.workflows.logging.LoggedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Says what was refused and why, and which handshakes were answered, at a level that is on. Strangers can cause both, so
 * of each there is at most one line a minute and source: the first one at once, for the person who sets the webhook up, and
 * a minute later the sum of those that followed. All sources that are not declared count as one.
 */
final class SummaryLog implements AutoCloseable {

    /** What there are lines about. */
    enum Subject {
        /** Deliveries that were refused. Operators who turn the lines of stored events off keep these. */
        REFUSED("dev.durahook.receiver.refusals", "Refused", "delivery", "deliveries", "to"),
        /** Handshakes that were answered. */
        HANDSHAKEN("dev.durahook.receiver.deliveries", "Answered", "handshake", "handshakes", "of");

        // A logger is safe for several threads.
        @SuppressWarnings("ImmutableEnumChecker")
        private final Logger log;

        private final String verb;
        private final String one;
        private final String several;
        private final String preposition;

        Subject(String log, String verb, String one, String several, String preposition) {
            this.log = LoggerFactory.getLogger(log);
            this.verb = verb;
            this.one = one;
            this.several = several;
            this.preposition = preposition;
        }

        void log(String source, String when, Sums sums) {
            LoggedEvent logged = LoggedEvent.from(source);
            String number = sums.count() + " " + (sums.count() == 1 ? one : several);
            log.atLevel(sums.isWarning() ? Level.WARN : Level.INFO)
                    .log("{} {} {} source {}{}: {}", verb, number, preposition, source, when, sums);
            logged.end();
        }
    }

    /** What has not been written yet, while its minute lasts. */
    private final Map<Topic, Sums> minutes = new HashMap<>();

    private final Executor later;

    /**
     * An empty log.
     *
     * @param later runs what it is given when a minute is over
     */
    SummaryLog(Executor later) {
        this.later = later;
    }

    /** One whose minutes have sixty seconds. */
    static SummaryLog ofMinutes() {
        return new SummaryLog(CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES, SummaryLog::start));
    }

    /** Notes that a delivery was refused. */
    void refused(String source, DeliveryProblem problem) {
        String kind = problem.problem().status() + " " + problem.reason();
        note(
                new Topic(Subject.REFUSED, source),
                kind,
                problem.getMessage(),
                !problem.problem().isAnybodys());
    }

    /** Notes that a step of a handshake was answered. */
    void handshaken(String source, String step) {
        note(new Topic(Subject.HANDSHAKEN, source), step, null, false);
    }

    /** Writes what has not been written yet. */
    @Override
    public void close() {
        for (Topic topic : topics()) {
            write(topic, " since the line before");
        }
    }

    private static void start(Runnable line) {
        Thread thread = new Thread(line, "durahook-summaries");
        thread.setDaemon(true);
        thread.start();
    }

    private void note(Topic topic, String kind, @Nullable String detail, boolean warning) {
        if (begins(topic, kind, detail, warning)) {
            topic.subject.log(topic.source, "", new Sums().add(kind, detail, warning));
            later.execute(() -> minuteIsOver(topic));
        }
    }

    private void minuteIsOver(Topic topic) {
        if (write(topic, " in the last minute")) {
            later.execute(() -> minuteIsOver(topic));
        }
    }

    private boolean write(Topic topic, String when) {
        Sums sums = taken(topic);
        if (sums.count() > 0) {
            topic.subject.log(topic.source, when, sums);
        }
        return sums.count() > 0;
    }

    private synchronized boolean begins(Topic topic, String kind, @Nullable String detail, boolean warning) {
        Sums minute = minutes.putIfAbsent(topic, new Sums());
        if (minute != null) {
            minute.add(kind, detail, warning);
        }
        return minute == null;
    }

    // After a minute with nothing in it, what comes next is a first one again.
    private synchronized Sums taken(Topic topic) {
        Sums minute = minutes.remove(topic);
        if (minute == null || minute.count() == 0) {
            return new Sums();
        }
        minutes.put(topic, new Sums());
        return minute;
    }

    private synchronized List<Topic> topics() {
        return List.copyOf(minutes.keySet());
    }

    /**
     * What has a line of its own.
     *
     * @param source the name of a declared source, or what stands for all others: never what a stranger calls it
     */
    private record Topic(Subject subject, String source) {}
}
