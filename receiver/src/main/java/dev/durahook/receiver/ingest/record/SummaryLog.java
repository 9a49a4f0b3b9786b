package dev.durahook.receiver.ingest.record;

import dev.durahook.receiver.ingest.outcome.DeliveryProblem;
import dev.durahook.workflows.logging.LoggedEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Logs what was refused and why, and which handshakes were answered. Strangers can cause both, so each source has at
 * most one line a minute for each of the two: the first at once, for the person who sets up the webhook, and then a sum
 * each minute. All undeclared sources share one line.
 */
public final class SummaryLog implements AutoCloseable {

    /** The two kinds of lines. */
    enum Subject {
        /**
         * Refused deliveries. They have a logger of their own, so that operators who turn off the lines about stored
         * events still see these lines.
         */
        REFUSED("dev.durahook.receiver.refusals", "Refused", "delivery", "deliveries", "to"),
        /** Answered handshakes. */
        HANDSHAKEN("dev.durahook.receiver.deliveries", "Answered", "handshake", "handshakes", "of");

        // Loggers are thread-safe.
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

        void log(String source, String when, ReasonCounts sums) {
            LoggedEvent logged = LoggedEvent.from(source);
            String number = sums.count() + " " + (sums.count() == 1 ? one : several);
            log.atLevel(sums.isWarning() ? Level.WARN : Level.INFO)
                    .log("{} {} {} source {}{}: {}", verb, number, preposition, source, when, sums);
            logged.end();
        }
    }

    /** The sums of the current minute, for each line. */
    private final Map<Topic, ReasonCounts> minutes = new HashMap<>();

    private final DelayedExecutor later;

    /**
     * An empty log.
     *
     * @param later runs each task a minute after it was handed over
     */
    public SummaryLog(DelayedExecutor later) {
        this.later = later;
    }

    /** A log that writes a line at most every 60 seconds. */
    public static SummaryLog ofMinutes() {
        return new SummaryLog(new DelayedTasks("durahook-summaries", Duration.ofMinutes(1)));
    }

    /** Notes that a delivery was refused. */
    void refused(String source, DeliveryProblem problem) {
        String kind = problem.problem().status() + " " + problem.reason();
        note(
                new Topic(Subject.REFUSED, source),
                kind,
                problem.getMessage(),
                !problem.problem().canUnverifiedSendersCause());
    }

    /** Notes that a step of a handshake was answered. */
    void handshaken(String source, String step) {
        note(new Topic(Subject.HANDSHAKEN, source), step, null, false);
    }

    /** Writes the sums that were not logged yet. */
    @Override
    public void close() {
        for (Topic topic : topics()) {
            write(topic, " since the line before");
        }
        later.close();
    }

    private void note(Topic topic, String kind, @Nullable String detail, boolean warning) {
        if (begins(topic, kind, detail, warning)) {
            orForget(topic, () -> {
                topic.subject.log(topic.source, "", new ReasonCounts().add(kind, detail, warning));
                later.execute(() -> minuteIsOver(topic));
            });
        }
    }

    private void minuteIsOver(Topic topic) {
        orForget(topic, () -> {
            if (write(topic, " in the last minute")) {
                later.execute(() -> minuteIsOver(topic));
            }
        });
    }

    // A minute whose end never comes would keep all later entries of this line out of the log.
    private void orForget(Topic topic, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            forget(topic);
            throw e;
        }
    }

    private boolean write(Topic topic, String when) {
        ReasonCounts sums = taken(topic);
        if (sums.count() > 0) {
            topic.subject.log(topic.source, when, sums);
        }
        return sums.count() > 0;
    }

    private synchronized boolean begins(Topic topic, String kind, @Nullable String detail, boolean warning) {
        ReasonCounts minute = minutes.putIfAbsent(topic, new ReasonCounts());
        if (minute != null) {
            minute.add(kind, detail, warning);
        }
        return minute == null;
    }

    // After a minute without entries, the next entry is logged at once again.
    private synchronized ReasonCounts taken(Topic topic) {
        ReasonCounts minute = minutes.remove(topic);
        if (minute == null || minute.count() == 0) {
            return new ReasonCounts();
        }
        minutes.put(topic, new ReasonCounts());
        return minute;
    }

    private synchronized void forget(Topic topic) {
        minutes.remove(topic);
    }

    private synchronized List<Topic> topics() {
        return List.copyOf(minutes.keySet());
    }

    /**
     * Key of a line: its kind and the source.
     *
     * @param source the name of a declared source, or {@code unknown} for all others; never a name that a stranger made
     *     up
     */
    private record Topic(Subject subject, String source) {}
}
