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

    /** The bodies of the events, in the order they came. */
    List<byte[]> cut(byte[] body) throws UnidentifiedEventException, TooManyEventsException {
        List<byte[]> events = List.of(body);
        for (String array : pointer.isEmpty() ? List.of("") : pointer) {
            events = cut(events, array);
        }
        return events;
    }

    private List<byte[]> cut(List<byte[]> parents, String array)
            throws UnidentifiedEventException, TooManyEventsException {
        List<byte[]> events = new ArrayList<>();
        for (byte[] parent : parents) {
            events.addAll(JsonElements.read(parent, array, maximum).orElseThrow(() -> none(array)));
            if (events.size() > maximum) {
                throw new TooManyEventsException(maximum);
            }
        }
        return events;
    }

    private static UnidentifiedEventException none(String array) {
        return new UnidentifiedEventException(
                "no events: the body is not JSON with one array of objects" + (array.isEmpty() ? "" : " at " + array));
    }
}
