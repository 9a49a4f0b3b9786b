package dev.durahook.receiver.source;

import dev.durahook.receiver.json.JsonElements;
import dev.durahook.receiver.json.Pointers;
import dev.durahook.receiver.signature.InvalidRuleException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the events are in a delivery that carries several. Each is an object in an array, and its body is the very bytes
 * that were sent of it. The pointers of id, type and summary then lead into the event, not into the whole body.
 *
 * @param pointer where the array is, as a JSON pointer such as /events; where arrays are nested, one pointer after the
 *     other, each from an object of the array before it. None where the body is the array
 * @param maximum how many events are taken in one delivery; more get 413
 */
public record EventsRule(
        @DefaultValue List<String> pointer,
        @DefaultValue("1000") int maximum) {

    public EventsRule {
        pointer = List.copyOf(pointer);
        pointer.forEach(Pointers::check);
        if (maximum < 1 || maximum > 10_000) {
            throw new InvalidRuleException("has a maximum that is none: use one of 1 to 10000");
        }
    }

    /** The parts of a delivery, in the order they came. */
    List<Part> cut(byte[] body) throws UnidentifiedEventException, TooManyEventsException {
        List<Part> parts = List.of(new Part(body, true));
        for (String array : pointer.isEmpty() ? List.of("") : pointer) {
            parts = cut(parts, array);
        }
        return parts;
    }

    private List<Part> cut(List<Part> parents, String array) throws UnidentifiedEventException, TooManyEventsException {
        List<Part> parts = new ArrayList<>();
        for (Part parent : parents) {
            parts.addAll(parent.isObject() ? cut(parent.body(), array) : List.of(parent));
            if (parts.size() > maximum) {
                throw new TooManyEventsException(maximum);
            }
        }
        return parts;
    }

    private List<Part> cut(byte[] parent, String array) throws UnidentifiedEventException {
        JsonElements cut = JsonElements.cut(parent, array, maximum)
                .orElseThrow(() -> new UnidentifiedEventException("no events: the body goes on after its JSON value"));
        List<Part> parts = new ArrayList<>();
        cut.elements().forEach(element -> parts.add(new Part(element, element[0] == '{')));
        cut.rest().ifPresent(rest -> parts.add(new Part(rest, false)));
        return parts;
    }
}
