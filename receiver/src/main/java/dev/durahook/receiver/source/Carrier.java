package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.source.Gap.Missing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the events out of a delivery.
 *
 * @param identity reads who an event is
 * @param events where they are; without it, a delivery is one event
 */
record Carrier(Identity identity, @Nullable EventsRule events) {

    List<CarriedEvent> of(Delivery delivery) throws UnidentifiedEventException, TooManyEventsException {
        if (events == null || !events.isFor(delivery)) {
            return List.of(new CarriedEvent(identity.of(delivery, Map.of()), delivery, null));
        }
        List<CarriedEvent> carried = new ArrayList<>();
        for (CutEvent event : events.cut(delivery)) {
            boolean isAll = event.delivery() == delivery;
            carried.add(carried(events, event, isAll ? null : carried.size()));
        }
        return carried;
    }

    private CarriedEvent carried(EventsRule rule, CutEvent event, @Nullable Integer position)
            throws UnidentifiedEventException {
        IdentifiedEvent identified =
                identity.of(event.delivery(), event.envelope().values());
        return new CarriedEvent(
                event.isWhole() ? identified.lacking(gap(rule)) : identified,
                event.delivery(),
                position,
                event.envelope().small(rule.envelope()));
    }

    private static Gap gap(EventsRule rule) {
        String array = rule.pointer().isEmpty() ? "its root" : String.join(" and ", rule.pointer());
        return new Gap(Missing.EVENTS, "the body is not JSON with one array of objects at " + array);
    }
}
