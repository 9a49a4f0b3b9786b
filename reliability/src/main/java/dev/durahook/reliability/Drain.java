package dev.durahook.reliability;

import dev.durahook.loadsupport.time.Stall;
import dev.durahook.reliability.collect.EventWorkflows;
import dev.durahook.reliability.record.EventKind;
import dev.durahook.reliability.record.SentDelivery;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Waits until all events are done, except those that must be parked.
 *
 * @param workflows the events that Temporal holds
 * @param stall how long nothing may happen before the wait ends
 */
record Drain(EventWorkflows workflows, Duration stall) {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    void await(List<SentDelivery> deliveries) {
        Set<String> parking = deliveries.stream()
                .filter(delivery -> delivery.kind() == EventKind.REFUSED)
                .map(SentDelivery::eventId)
                .collect(Collectors.toSet());
        new Stall(stall, PAUSE)
                .await(() -> workflows.open().stream()
                        .filter(id -> !parking.contains(id))
                        .count());
    }
}
