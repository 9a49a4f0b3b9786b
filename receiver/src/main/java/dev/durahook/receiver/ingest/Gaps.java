package dev.durahook.receiver.ingest;

import dev.durahook.receiver.source.Gap;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Counts the events that lack what an event of their scheme has, and says so once for each source and thing: a proxy may
 * take a header away, or the sender may do what its documentation does not say.
 */
final class Gaps {

    private static final Logger LOG = LoggerFactory.getLogger("dev.durahook.receiver.deliveries");

    private final MeterRegistry meters;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    Gaps(MeterRegistry meters) {
        this.meters = meters;
    }

    void note(String source, Receipt receipt) {
        for (Gap gap : receipt.gaps()) {
            String missing = Labels.of(gap.what());
            Counter.builder("durahook.events.unidentified")
                    .description("Events that lack what an event of their scheme has, and were stored all the same")
                    .tag("source", source)
                    .tag("missing", missing)
                    .register(meters)
                    .increment();
            // Both names are of closed sets, so these are few.
            LOG.atLevel(said.add(source + " " + missing) ? Level.WARN : Level.DEBUG)
                    .log(
                            "No {} in {} of type {}: {}. Stored all the same; further ones are counted by "
                                    + "durahook.events.unidentified",
                            missing,
                            receipt.eventId(),
                            receipt.type(),
                            gap.why());
        }
    }
}
