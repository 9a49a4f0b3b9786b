package dev.durahook.receiver.ingest.record;

import dev.durahook.receiver.ingest.outcome.DeliveryOutcome.Receipt;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Counts events that were delivered again with another body. The first one of each source is logged as a warning:
 * some senders write a new counter into each delivery, but if the sender has two events with one ID, the second is
 * lost.
 */
final class OtherBodies {

    private static final Logger LOG = LoggerFactory.getLogger("dev.durahook.receiver.deliveries");

    private final MeterRegistry meters;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    OtherBodies(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * Notes an event.
     *
     * @param source the name of a declared source
     */
    void note(String source, Receipt receipt) {
        Counter.builder("durahook.duplicates.changed")
                .description("Events that were delivered again with another body; the stored body is kept")
                .tag("source", source)
                .register(meters)
                .increment();
        LOG.atLevel(said.add(source) ? Level.WARN : Level.DEBUG)
                .log(
                        "{} of type {} was delivered again with another body. The body that was stored first is processed;"
                                + " further such deliveries are counted by durahook.duplicates.changed",
                        receipt.eventId(),
                        receipt.event().type());
    }
}
