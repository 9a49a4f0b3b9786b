package dev.durahook.receiver.ingest.record;

import dev.durahook.receiver.ingest.outcome.DeliveryOutcome.Receipt;
import dev.durahook.receiver.ingest.outcome.DeliveryOutcome.Stored;
import dev.durahook.receiver.ingest.outcome.DeliveryProblem;
import dev.durahook.receiver.text.Labels;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.logging.LoggedEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts every delivery and logs its result for the operator.
 *
 * <p>{@code durahook.deliveries} is a timer, from the first byte read to the answer, with the labels source, outcome,
 * reason and secret (the secret that verified the delivery). Every label value comes from configuration or a closed
 * set, never from what senders send.
 */
public final class DeliveryRecord {

    private static final Logger LOG = LoggerFactory.getLogger("dev.durahook.receiver.deliveries");
    private static final int MOST_LINES = 10;

    // Senders give up after 3 to 30 s, and Temporal is given 2.5 s by default.
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry meters;
    private final MissingPartCounter missingParts;
    private final OtherBodies otherBodies;
    private final SummaryLog summaries;

    /** A record that counts in the registry, and passes refusals and handshakes on to the summaries. */
    public DeliveryRecord(MeterRegistry meters, SummaryLog summaries) {
        this.meters = meters;
        this.missingParts = new MissingPartCounter(meters);
        this.otherBodies = new OtherBodies(meters);
        this.summaries = summaries;
    }

    /** Begins to measure a delivery. Exactly one of the other methods ends the measurement. */
    public Timer.Sample begin() {
        return Timer.start(meters);
    }

    /** Records that all events of a delivery are stored, now or by an earlier delivery. */
    public void stored(Timer.Sample sample, String source, Stored stored) {
        stop(sample, source, stored.status(), "none", stored.secret());
        stored.events().forEach(receipt -> {
            log(source, receipt.eventId(), receipt.event().type(), receipt.isNew());
            receipt.event().missingParts().forEach(part -> missingParts.note(source, receipt.event(), part));
            count(source, receipt);
            if (receipt.hasOtherBody()) {
                otherBodies.note(source, receipt);
            }
        });
    }

    // Counted by what identified the event: events identified only by their body are where a genuine event could be
    // taken for a duplicate, because two events may have the same bytes.
    private void count(String source, Receipt receipt) {
        if (!receipt.isNew()) {
            Counter.builder("durahook.duplicates")
                    .description("Delivered events that were stored before, by what identified them")
                    .tag("source", source)
                    .tag("found_by", Labels.of(receipt.event().namedBy()))
                    .register(meters)
                    .increment();
        }
    }

    /**
     * Records that a handshake was answered.
     *
     * @param step the provider's name for the step
     */
    public void handshaken(Timer.Sample sample, String source, String step) {
        stop(sample, source, "handshake", "none", "none");
        summaries.handshaken(source, step);
        LOG.debug("Handshake {} of source {} answered", step, source);
    }

    /**
     * Records that a request was answered with a problem. Events that were stored nevertheless are logged as stored now:
     * their next delivery finds them known.
     */
    public void refused(Timer.Sample sample, String source, DeliveryProblem problem) {
        stop(sample, source, problem.problem().label(), problem.reason(), "none");
        problem.stored().forEach(event -> log(source, event.id(), event.type(), true));
        if (problem.events().isEmpty()) {
            summaries.refused(source, problem);
            log(source, problem);
        } else {
            problem.events().stream().limit(MOST_LINES).forEach(event -> log(event, problem));
            logRest(source, problem.events().size() - MOST_LINES);
        }
    }

    // A delivery may hold thousands of events, and its sender delivers it again and again.
    private static void logRest(String source, int rest) {
        if (rest > 0) {
            LOG.warn("Not stored: {} more events of the same delivery of source {}", rest, source);
        }
    }

    private static void log(String source, DeliveryProblem problem) {
        String detail = problem.getMessage();
        LOG.debug(
                "Delivery to source {} answered {}: {}{}",
                source,
                problem.problem().status(),
                problem.reason(),
                detail == null ? "" : " (" + detail + ")");
    }

    private static void log(WebhookEvent event, DeliveryProblem problem) {
        LoggedEvent named = LoggedEvent.of(event);
        LOG.warn(
                "Not stored: {} of type {}, answered {}: {} ({})",
                event.id(),
                event.type(),
                problem.problem().status(),
                problem.reason(),
                problem.getMessage());
        named.end();
    }

    private static void log(String source, String id, String type, boolean isNew) {
        LoggedEvent named = LoggedEvent.of(source, id, type);
        LOG.info("{}: {} of type {}", isNew ? "Stored" : "Known", id, type);
        named.end();
    }

    private void stop(Timer.Sample sample, String source, String outcome, String reason, String secret) {
        sample.stop(Timer.builder("durahook.deliveries")
                .description("Deliveries, from the first byte read to the answer")
                .tag("source", source)
                .tag("outcome", outcome)
                .tag("reason", reason)
                .tag("secret", secret)
                .serviceLevelObjectives(BUCKETS)
                .register(meters));
    }
}
