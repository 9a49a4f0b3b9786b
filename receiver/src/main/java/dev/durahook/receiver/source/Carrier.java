package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.json.JsonFields;
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
 * @param isExtendable whether its signature would stay right if somebody appended something: then a delivery is one JSON
 *     value or no event, as what was appended never is a part of it
 */
record Carrier(Identity identity, @Nullable EventsRule events, boolean isExtendable) {

    List<CarriedEvent> of(Delivery delivery) throws UnidentifiedEventException, TooManyEventsException {
        if (isExtendable && !JsonFields.isOneValue(delivery.body())) {
            throw new UnidentifiedEventException(
                    "no event: the body is not one JSON value, and a plain hash does not show whether something was appended");
        }
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
        return new CarriedEvent(
                identified(rule, event),
                event.delivery(),
                position,
                event.envelope().small(rule.envelope()));
    }

    private IdentifiedEvent identified(EventsRule rule, CutEvent event) throws UnidentifiedEventException {
        return switch (event.kind()) {
            case PART -> identity.of(event.delivery(), event.envelope().values());
            case WHOLE ->
                identity.of(event.delivery(), event.envelope().values())
                        .lacking(gap("the body is not JSON with one array at " + array(rule)));
            case REST ->
                identity.ofRest(
                        gap("an element at " + array(rule) + " is no object, or the body is no JSON behind it"));
        };
    }

    private static Gap gap(String why) {
        return new Gap(Missing.EVENTS, why);
    }

    private static String array(EventsRule rule) {
        return rule.pointer().isEmpty() ? "its root" : String.join(" and ", rule.pointer());
    }
}
