package dev.durahook.worker.routing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts events that no route, no handler and no workflow takes, and logs each of their types once. */
final class UnhandledEvents {

    private static final Logger LOG = LoggerFactory.getLogger(UnhandledEvents.class);

    // Senders can invent types, so the number of remembered types is limited. Events of further types are counted but
    // not logged.
    private static final int MAX_NAMED = 1_000;

    private final MeterRegistry meters;
    private final Set<String> named = ConcurrentHashMap.newKeySet();

    UnhandledEvents(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * Counts an event.
     *
     * @param unmet why routes for its type do not apply
     */
    void add(String eventType, List<String> unmet) {
        Counter.builder("durahook.events.unhandled")
                .description("Events that no route, no handler and no workflow takes")
                .tag("source", source(eventType))
                .register(meters)
                .increment();
        if (named.size() < MAX_NAMED && named.add(eventType)) {
            LOG.warn(
                    "No route, no handler and no workflow of this worker takes {}. {}This type is not logged again;"
                            + " durahook.events.unhandled counts such events",
                    eventType,
                    unmet.stream().map(reason -> reason + " ").collect(Collectors.joining()));
        }
    }

    private static String source(String eventType) {
        int dot = eventType.indexOf('.');
        return dot < 0 ? eventType : eventType.substring(0, dot);
    }
}
