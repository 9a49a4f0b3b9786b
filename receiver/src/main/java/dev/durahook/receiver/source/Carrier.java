package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the events out of a delivery.
 *
 * @param identity reads who an event is
 * @param events where they are; without it, a delivery is one event
 */
record Carrier(Identity identity, @Nullable EventsRule events) {

    List<CarriedEvent> of(Delivery delivery) throws UnidentifiedEventException, TooManyEventsException {
        if (events == null) {
            return List.of(new CarriedEvent(identity.of(delivery), delivery, null));
        }
        List<CarriedEvent> carried = new ArrayList<>();
        for (byte[] body : events.cut(delivery.body())) {
            carried.add(event(delivery.carrying(body), carried.size()));
        }
        return carried;
    }

    private CarriedEvent event(Delivery part, int position) throws UnidentifiedEventException {
        try {
            return new CarriedEvent(identity.of(part), part, position);
        } catch (UnidentifiedEventException e) {
            throw new UnidentifiedEventException("event " + position + " of the delivery: " + e.getMessage());
        }
    }
}
