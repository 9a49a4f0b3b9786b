package dev.durahook.receiver.extraction;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.extraction.SplitEvent.Kind;
import dev.durahook.receiver.identity.IdPart;
import dev.durahook.receiver.identity.IdRule;
import dev.durahook.receiver.identity.TypeRule;
import dev.durahook.receiver.json.Pointers;
import dev.durahook.workflows.json.JsonElements;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.MimeType;

/**
 * Describes the array of events in a delivery that contains several. Each event is an object in the array, and its body
 * is exactly the bytes of that object. The pointers of id, type and summary then start at the event instead of the
 * whole body. A genuine delivery must not be lost: without the array, the whole delivery is one event, and an element
 * that is not an object becomes an event of type {@value TypeRule#UNIDENTIFIED}, as do the bytes after the last element
 * if the body stops being JSON there.
 *
 * @param pointer where the array is, as a JSON pointer such as /events; for nested arrays, one pointer for each,
 *     starting at an object of the array before. Empty if the body is the array
 * @param maximum how many events one delivery may contain; more get 413
 * @param envelope values around an event that belong to it, as JSON pointers from the body's root through the arrays,
 *     such as /entry/id for the id of the entry that contains the event. Handlers can read them, a hash of the event
 *     includes them, and the pointers of id, type, summary and fairness-key may refer to them: such a pointer then means
 *     the value around the event, also if the event has a field at the same pointer
 * @param mediaType the media type of deliveries that contain several events, such as
 *     application/cloudevents-batch+json, if the sender marks them with one
 */
public record EventsRule(
        @DefaultValue List<String> pointer,
        @DefaultValue("1000") int maximum,
        @DefaultValue List<String> envelope,
        @Nullable MimeType mediaType) {

    /**
     * Checks the rule.
     *
     * @throws InvalidRuleException if a pointer is not valid, the maximum is not 1 to 10000, or the envelope is not
     *     around the events
     */
    public EventsRule {
        pointer = List.copyOf(pointer);
        envelope = List.copyOf(envelope);
        pointer.forEach(Pointers::check);
        envelope.forEach(Pointers::check);
        if (maximum < 1 || maximum > 10_000) {
            throw new InvalidRuleException("has an invalid maximum: it must be 1 to 10000");
        }
        String event = String.join("", pointer) + "/";
        if (pointer.isEmpty() && !envelope.isEmpty()) {
            throw new InvalidRuleException(
                    "has an envelope but no pointer: remove the envelope, because nothing surrounds events if the"
                            + " body is the array");
        }
        if (envelope.stream().anyMatch(around -> around.startsWith(event))) {
            throw new InvalidRuleException(
                    "has an envelope with a pointer into the event: use pointers to values around it");
        }
    }

    /**
     * Checks that the events of a delivery get different IDs. Otherwise only the first of them would be stored, although
     * the sender is told that all are. Of a delivery that may have only one event, nothing is lost.
     *
     * @param id what identifies an event. With a media type, rules of headers alone are for the other deliveries
     * @throws InvalidRuleException if a rule names only values that all events of a delivery, or of one object in it,
     *     have in common
     */
    public void checkDistinct(IdRule id) {
        if (maximum == 1) {
            return;
        }
        List<IdRule> shared =
                id.inOrder().stream().filter(rule -> !isOfTheEvent(rule)).toList();
        if (shared.stream().flatMap(rule -> rule.required().stream()).anyMatch(IdPart::isInBody)) {
            throw new InvalidRuleException(
                    "has a rule that reads only values around the events, so that only the first event of a delivery"
                            + " would be stored: a pointer that events.envelope lists as well means the value around the events,"
                            + " not the event's own field. Remove this pointer from events.envelope, or add a value of"
                            + " the event itself");
        }
        if (mediaType == null
                ? !shared.isEmpty()
                : shared.size() == id.inOrder().size()) {
            throw new InvalidRuleException(
                    "has a rule that reads only headers, which all events of a delivery have in common, so that only the"
                            + " first event of a delivery would be stored: add a value of the event itself, such as parts:"
                            + " [X-Delivery-Id, /id], or use body-hash: true or each-delivery: true");
        }
    }

    private boolean isOfTheEvent(IdRule rule) {
        return rule.bodyHash()
                || rule.eachDelivery()
                || Stream.concat(rule.required().stream(), rule.further().stream())
                        .anyMatch(part -> part.isInBody() && !envelope.contains(part.pointer()));
    }

    /** Whether the delivery should contain several events. */
    boolean isFor(Delivery delivery) {
        return mediaType == null
                || new MediaTypes(List.of(mediaType))
                        .accept(delivery.headers().single("Content-Type").orElse(null));
    }

    /** Splits the delivery into its events, in their order. */
    List<SplitEvent> split(Delivery delivery) throws TooManyEventsException {
        List<SplitEvent> events = List.of(new SplitEvent(delivery, Envelope.EMPTY, Kind.PART));
        String place = "";
        for (String array : pointer.isEmpty() ? List.of("") : pointer) {
            events = split(events, place, array);
            place += array;
        }
        return events;
    }

    private List<SplitEvent> split(List<SplitEvent> parents, String place, String array) throws TooManyEventsException {
        List<String> around = envelope.stream()
                .filter(pointer -> pointer.startsWith(place + "/") && !pointer.startsWith(place + array + "/"))
                .toList();
        List<SplitEvent> events = new ArrayList<>();
        for (SplitEvent parent : parents) {
            if (parent.kind() == Kind.PART) {
                addTo(events, parent, parent.envelope().with(parent.body(), place, around), array);
            } else {
                events.add(parent);
            }
            if (events.size() > maximum) {
                throw new TooManyEventsException(maximum);
            }
        }
        return events;
    }

    // If the body stops being JSON, the envelope can't be read completely. Two events may differ only in the envelope,
    // so the whole body then becomes one event.
    private void addTo(List<SplitEvent> events, SplitEvent parent, Envelope around, String array) {
        JsonElements cut = JsonElements.cut(parent.body(), array, maximum);
        boolean isBroken = cut.rest().isPresent() && cut.elements().size() <= maximum;
        if (isBroken && (cut.elements().isEmpty() || !envelope.isEmpty())) {
            events.add(parent.whole(around));
            return;
        }
        cut.elements().forEach(element -> events.add(parent.element(element, around)));
        cut.rest().filter(rest -> rest.length > 0).ifPresent(rest -> events.add(parent.rest(rest, around)));
    }
}
