package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event that a delivery carries.
 *
 * @param identity who it is
 * @param delivery the request, with the event's own bytes as its body: a part of what was sent and verified, or all of
 *     it
 * @param position its place among the events of the delivery, counted from 0; {@code null} where a delivery is one event
 * @param envelope what the delivery says around it, by JSON pointer; not too much to travel with the event
 */
public record CarriedEvent(
        IdentifiedEvent identity,
        Delivery delivery,
        @Nullable Integer position,
        Map<String, String> envelope) {

    public CarriedEvent {
        envelope = Map.copyOf(envelope);
    }

    /** An event with nothing around it. */
    public CarriedEvent(IdentifiedEvent identity, Delivery delivery, @Nullable Integer position) {
        this(identity, delivery, position, Map.of());
    }
}
