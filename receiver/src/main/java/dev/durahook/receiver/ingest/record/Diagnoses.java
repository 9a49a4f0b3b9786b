package dev.durahook.receiver.ingest.record;

import dev.durahook.connection.failure.FailurePlace;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.explain.Diagnosis;
import dev.durahook.receiver.explain.QuickExplainer;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.text.Labels;
import dev.durahook.workflows.logging.LoggedEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the likely cause of a wrong signature, after the sender was answered, on a single thread, for one delivery
 * of a source at a time and so at most one a second. The cost stays the same however many wrong signatures are sent,
 * and no answer waits for a diagnosis.
 *
 * <p>{@code durahook.diagnoses} counts the diagnoses by source and reason.
 */
public final class Diagnoses implements MismatchListener, AutoCloseable {

    /** In bytes. Most deliveries are smaller, and a body of this size can be rewritten several times at little cost. */
    static final int LARGEST_BODY = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger("dev.durahook.receiver.deliveries");

    private final QuickExplainer explainer;
    private final MeterRegistry meters;
    private final DelayedExecutor later;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    /**
     * Diagnoses that run on the given executor.
     *
     * @param later runs each diagnosis after a delay, which is also the least time between two diagnoses of a source
     */
    public Diagnoses(QuickExplainer explainer, MeterRegistry meters, DelayedExecutor later) {
        this.explainer = explainer;
        this.meters = meters;
        this.later = later;
    }

    /** Diagnoses that run a second later, on a thread of their own. */
    public static Diagnoses aSecondLater(QuickExplainer explainer, MeterRegistry meters) {
        return new Diagnoses(explainer, meters, new DelayedTasks("durahook-diagnoses", Duration.ofSeconds(1)));
    }

    @Override
    public void note(Source source, Delivery delivery) {
        if (delivery.body().length <= LARGEST_BODY && underWay.add(source.name())) {
            begin(source.name(), delivery);
        }
    }

    // Even if this diagnosis can't begin, a later one of the source must be possible.
    private void begin(String source, Delivery delivery) {
        try {
            later.execute(() -> finish(source, delivery));
        } catch (RuntimeException | Error e) {
            underWay.remove(source);
            throw e;
        }
    }

    private void finish(String source, Delivery delivery) {
        try {
            diagnose(source, delivery);
        } finally {
            underWay.remove(source);
        }
    }

    private void diagnose(String source, Delivery delivery) {
        LoggedEvent logged = LoggedEvent.from(source);
        try {
            record(source, explainer.explain(source, delivery));
        } catch (RuntimeException e) {
            // Java would print it with its message, which may quote the delivery, once for each wrong signature.
            LOG.debug(
                    "The search for the cause of a wrong signature of source {} failed: {}",
                    source,
                    FailurePlace.of(e));
        } finally {
            logged.end();
        }
    }

    /** Drops the diagnoses that have not begun. */
    @Override
    public void close() {
        later.close();
    }

    private void record(String source, Diagnosis diagnosis) {
        String reason = Labels.of(diagnosis.suspicion());
        Counter.builder("durahook.diagnoses")
                .description("Wrong signatures whose likely cause was looked for")
                .tags("source", source, "reason", reason)
                .register(meters)
                .increment();
        LOG.debug("A wrong signature of source {}, likely cause: {} ({})", source, reason, diagnosis.detail());
    }
}
