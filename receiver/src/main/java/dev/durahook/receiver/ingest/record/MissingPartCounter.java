package dev.durahook.receiver.ingest.record;

import dev.durahook.receiver.identity.ExtractedEvent;
import dev.durahook.receiver.identity.ExtractedEvent.MissingPart;
import dev.durahook.receiver.text.Labels;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Counts stored events that lack something that events of their scheme have, such as an id. The first of each kind for
 * a source is logged as a warning: a proxy may remove a header, or the sender may not do what its documentation says.
 */
final class MissingPartCounter {

    private static final Logger LOG = LoggerFactory.getLogger("dev.durahook.receiver.deliveries");

    private final MeterRegistry meters;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    MissingPartCounter(MeterRegistry meters) {
        this.meters = meters;
    }

    void note(String source, ExtractedEvent event, MissingPart part) {
        String missing = Labels.of(part.what());
        Counter.builder("durahook.events.unidentified")
                .description("Stored events without the id, the type or the list of events that their scheme expects")
                .tag("source", source)
                .tag("missing", missing)
                .register(meters)
                .increment();
        // Both parts of the key come from closed sets, so the set stays small.
        LOG.atLevel(said.add(source + " " + missing) ? Level.WARN : Level.DEBUG)
                .log(
                        "No {} in {} of type {}: {}. The event is stored anyway; further such events are counted by"
                                + " durahook.events.unidentified",
                        missing,
                        event.id().value(),
                        event.type(),
                        part.why());
    }
}
