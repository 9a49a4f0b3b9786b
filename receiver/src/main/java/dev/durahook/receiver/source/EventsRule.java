package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.json.JsonElements;
import dev.durahook.receiver.json.Pointers;
import dev.durahook.receiver.signature.InvalidRuleException;
import dev.durahook.receiver.source.CutEvent.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.MimeType;

/**
 * Where the events are in a delivery that carries several. Each is an object in an array, and its body is the very bytes
 * that were sent of it. The pointers of id, type and summary then lead into the event, not into the whole body. A delivery
 * without the array is one event itself: it is genuine, and not to be lost. For the same reason an element that is no
 * object is an event of type {@value TypeRule#UNIDENTIFIED}, and so are the bytes behind the last element if JSON breaks off
 * there.
 *
 * @param pointer where the array is, as a JSON pointer such as /events; where arrays are nested, one pointer after the
 *     other, each from an object of the array before it. None where the body is the array
 * @param maximum how many events are taken in one delivery; more get 413
 * @param envelope what is said around an event and belongs to it, as JSON pointers from the body's root through the
 *     arrays, such as /entry/id for the id of that entry which holds the event. Handlers see it, a hash of the event
 *     covers it, and the pointers of id and type may name it
 * @param mediaType the media type of deliveries that carry several, such as application/cloudevents-batch+json, if the
 *     sender tells them from others by it
 */
public record EventsRule(
        @DefaultValue List<String> pointer,
        @DefaultValue("1000") int maximum,
        @DefaultValue List<String> envelope,
        @Nullable MimeType mediaType) {

    public EventsRule {
        pointer = List.copyOf(pointer);
        envelope = List.copyOf(envelope);
        pointer.forEach(Pointers::check);
        envelope.forEach(Pointers::check);
        if (maximum < 1 || maximum > 10_000) {
            throw new InvalidRuleException("has a maximum that is none: use one of 1 to 10000");
        }
        String event = String.join("", pointer) + "/";
        if (pointer.isEmpty() && !envelope.isEmpty()) {
            throw new InvalidRuleException(
                    "has an envelope, and nothing is around the events where the body is the array");
        }
        if (envelope.stream().anyMatch(around -> around.startsWith(event))) {
            throw new InvalidRuleException("has an envelope that leads into the event: name what is around it");
        }
    }

    /** Whether a delivery should carry several. */
    boolean isFor(Delivery delivery) {
        return mediaType == null
                || new MediaTypes(List.of(mediaType))
                        .accept(delivery.headers().single("Content-Type").orElse(null));
    }

    /** The events, in the order they came. */
    List<CutEvent> cut(Delivery delivery) throws TooManyEventsException {
        List<CutEvent> events = List.of(new CutEvent(delivery, Envelope.EMPTY, Kind.PART));
        String place = "";
        for (String array : pointer.isEmpty() ? List.of("") : pointer) {
            events = cut(events, place, array);
            place += array;
        }
        return events;
    }

    private List<CutEvent> cut(List<CutEvent> parents, String place, String array) throws TooManyEventsException {
        List<String> around = envelope.stream()
                .filter(pointer -> pointer.startsWith(place + "/") && !pointer.startsWith(place + array + "/"))
                .toList();
        List<CutEvent> events = new ArrayList<>();
        for (CutEvent parent : parents) {
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

    // Where JSON breaks off, what is said around the events can't be read, and may be what tells two of them apart.
    private void addTo(List<CutEvent> events, CutEvent parent, Envelope around, String array) {
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
