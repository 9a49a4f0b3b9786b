package dev.durahook.reliability.check;

import static java.util.stream.Collectors.groupingBy;

import dev.durahook.reliability.record.EventKind;
import dev.durahook.reliability.record.Records;
import dev.durahook.reliability.record.SeenEffect;
import dev.durahook.reliability.record.SentDelivery;
import dev.durahook.reliability.record.StoredEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The records of a run by event. */
final class Evidence {

    final Map<String, List<SentDelivery>> genuine;
    final Map<String, StoredEvent> stored;
    final Map<String, List<SeenEffect>> effects;

    Evidence(Records records) {
        this.genuine = records.deliveries().stream()
                .filter(delivery -> !delivery.forged())
                .collect(groupingBy(SentDelivery::eventId, LinkedHashMap::new, Collectors.toList()));
        this.stored = records.stored().stream()
                .collect(Collectors.toMap(
                        StoredEvent::eventId, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        this.effects = records.effects().stream().collect(groupingBy(SeenEffect::eventId));
    }

    boolean isAcknowledged(String eventId) {
        return genuine.getOrDefault(eventId, List.of()).stream().anyMatch(SentDelivery::isAcknowledged);
    }

    Set<String> acknowledged() {
        return genuine.keySet().stream().filter(this::isAcknowledged).collect(Collectors.toSet());
    }

    EventKind kind(String eventId) {
        return sent(eventId).kind();
    }

    private SentDelivery sent(String eventId) {
        return genuine.getOrDefault(eventId, List.of()).get(0);
    }

    boolean wasSeen(String eventId) {
        return effects.getOrDefault(eventId, List.of()).stream().anyMatch(this::isInPlace);
    }

    /** Whether an effect of a genuine event was seen at the event's own destination. */
    boolean isInPlace(SeenEffect effect) {
        SentDelivery sent = sent(effect.eventId());
        EventKind kind = sent.kind();
        return effect.kind() == kind
                && (!kind.isHandedOver() || effect.key().equals(kind.workflow(String.valueOf(sent.order()))));
    }

    boolean wasSent(String eventId, String body) {
        return genuine.getOrDefault(eventId, List.of()).stream()
                .anyMatch(delivery -> delivery.body().equals(body));
    }
}
