package dev.durahook.receiver.extraction;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.identity.IdentifiedEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event taken from a verified delivery, with the bytes of its body.
 *
 * @param identity the event's ID, type and summary
 * @param delivery the request with the event's bytes as its body: a part of the verified bytes, or all of them
 * @param position the event's index in the delivery, from 0; {@code null} if the delivery is one event
 * @param envelope values around the event in the delivery's JSON, by JSON pointer; few enough to be stored with the
 *     event
 */
public record ExtractedEvent(
        IdentifiedEvent identity,
        Delivery delivery,
        @Nullable Integer position,
        Map<String, String> envelope) {

    public ExtractedEvent {
        envelope = Map.copyOf(envelope);
    }

    /** An event without values around it. */
    public ExtractedEvent(IdentifiedEvent identity, Delivery delivery, @Nullable Integer position) {
        this(identity, delivery, position, Map.of());
    }
}
