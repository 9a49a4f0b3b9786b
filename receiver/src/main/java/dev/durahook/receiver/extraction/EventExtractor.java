package dev.durahook.receiver.extraction;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.identity.EventIdentifier;
import dev.durahook.receiver.identity.ExtractedEvent;
import dev.durahook.receiver.identity.ExtractedEvent.MissingPart;
import dev.durahook.receiver.identity.ExtractedEvent.MissingPart.Missing;
import dev.durahook.receiver.identity.UnidentifiedEventException;
import dev.durahook.workflows.json.JsonFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the events from a delivery.
 *
 * @param identifier determines each event's ID and type
 * @param events where the events are in the body; {@code null} if a delivery is one event
 * @param isExtendable whether an attacker could append to a captured delivery and sign it. The body must then be one
 *     JSON value, because appended bytes make it malformed
 */
public record EventExtractor(
        EventIdentifier identifier, @Nullable EventsRule events, boolean isExtendable) {

    /**
     * The events of a verified delivery, in their order.
     *
     * @throws UnidentifiedEventException if the delivery can't be an event
     * @throws TooManyEventsException if the delivery contains more events than the source accepts at once
     */
    public List<ExtractedEvent> of(Delivery delivery) throws UnidentifiedEventException, TooManyEventsException {
        if (isExtendable && !JsonFields.isOneValue(delivery.body())) {
            throw new UnidentifiedEventException(
                    "no event: the body must be one JSON value, because the scheme's plain hash does not protect"
                            + " against appended bytes");
        }
        if (events == null || !events.isFor(delivery)) {
            return List.of(identifier.of(delivery, Map.of()));
        }
        List<ExtractedEvent> extracted = new ArrayList<>();
        for (SplitEvent event : events.split(delivery)) {
            boolean isAll = event.delivery() == delivery;
            Integer position = isAll ? null : extracted.size();
            extracted.add(
                    identified(events, event).at(position, event.envelope().small(events.envelope())));
        }
        return extracted;
    }

    private ExtractedEvent identified(EventsRule rule, SplitEvent event) throws UnidentifiedEventException {
        return switch (event.kind()) {
            case PART -> identifier.of(event.delivery(), event.envelope().values());
            case WHOLE ->
                identifier
                        .of(event.delivery(), event.envelope().values())
                        .lacking(withoutEvents(
                                "the body is not JSON, or does not have exactly one array at " + array(rule)));
            case REST ->
                identifier.ofRest(
                        event.delivery(),
                        withoutEvents("an element of the array at " + array(rule)
                                + " is not an object, or the body is not JSON after it"));
        };
    }

    private static MissingPart withoutEvents(String why) {
        return new MissingPart(Missing.EVENTS, why);
    }

    private static String array(EventsRule rule) {
        return rule.pointer().isEmpty() ? "its root" : String.join(" and ", rule.pointer());
    }
}
