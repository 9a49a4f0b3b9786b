package dev.durahook.signing.event;

import dev.durahook.receiver.identity.IdRule;
import dev.durahook.receiver.identity.TypeRule;
import dev.durahook.receiver.scheme.Scheme;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The place of an event's id or type in a delivery: headers, JSON pointers, or none.
 *
 * @param slots where the values are; several slots if the id or type consists of several values
 * @param separator the text between the values when they are joined
 * @param isOptional whether an event may lack the id or type
 */
public record EventField(List<Slot> slots, String separator, boolean isOptional) {

    private static final EventField NONE = new EventField(List.of(), "", true);

    /** The place of the id that names an event of this scheme; no place if the event is named otherwise. */
    public static EventField ofId(Scheme scheme) {
        IdRule rule = scheme.id();
        if (rule == null) {
            return NONE;
        }
        List<String> values = rule.header().isEmpty()
                ? Stream.concat(rule.pointer().stream(), rule.parts().stream()).toList()
                : List.of(rule.header().get(0));
        return new EventField(slots(scheme, values), ":", false);
    }

    /** The headers of further ids, which the provider sends in addition to the id of the event, and may sign. */
    public static List<String> headersOfFurtherIds(Scheme scheme) {
        IdRule rule = scheme.id();
        return rule == null
                ? List.of()
                : rule.otherwise().stream()
                        .flatMap(other -> other.header().stream().limit(1))
                        .toList();
    }

    /** The place of the value that makes the bytes of two events differ, if the bytes name an event. */
    public static EventField ofNamedBy(Scheme scheme) {
        IdRule rule = scheme.id();
        return rule == null || rule.namedBy().isEmpty()
                ? NONE
                : new EventField(slots(scheme, rule.namedBy().subList(0, 1)), "", true);
    }

    /** The place of an event's type; no place if the scheme finds no type in a delivery. */
    public static EventField ofType(Scheme scheme) {
        TypeRule rule = scheme.type();
        if (rule == null) {
            return NONE;
        }
        List<String> values =
                rule.header().isEmpty() ? rule.pointer() : List.of(rule.header().get(0));
        return new EventField(slots(scheme, values), ".", rule.fallback() != null);
    }

    private static List<Slot> slots(Scheme scheme, List<String> values) {
        String event = DraftBody.firstEvent(scheme.events());
        return values.stream()
                .map(value -> value.startsWith("/") ? new Slot(event + value, true) : new Slot(value, false))
                .toList();
    }

    /** Whether there is no place to write to. */
    public boolean isNone() {
        return slots.isEmpty();
    }

    /** Whether at least one of the values is in the body. */
    public boolean isInBody() {
        return slots.stream().anyMatch(Slot::isInBody);
    }

    /** The names of the headers, and the JSON pointers, of this place. */
    public List<String> names() {
        return slots.stream().map(Slot::name).toList();
    }

    /**
     * The text for this place: in each slot of the body the value that the body already has there, and the given value
     * in all other slots.
     */
    public String filled(DraftBody event, String value) {
        return slots.stream()
                .map(slot -> slot.isInBody() ? event.text(slot.name()).orElse(value) : value)
                .collect(Collectors.joining(separator));
    }

    /**
     * Writes a value into the headers or the body. Writes nothing if the value is null.
     *
     * @param value the id or type; for a place of several values, all of them with the separator between them
     * @throws IllegalArgumentException if the text has too few values for this place, or the body can't take a value
     */
    public void put(@Nullable String value, Map<String, String> headers, DraftBody body) {
        if (value == null) {
            return;
        }
        int parts = slots.size();
        String[] values = parts == 1 ? new String[] {value} : value.split(Pattern.quote(separator), parts);
        if (values.length < parts) {
            throw new IllegalArgumentException(
                    "takes " + parts + " values with '" + separator + "' between them: " + String.join(", ", names()));
        }
        for (int i = 0; i < parts; i++) {
            slots.get(i).put(values[i], headers, body);
        }
    }

    /**
     * The position of one value.
     *
     * @param name a JSON pointer into the body, or the name of a header
     * @param isInBody whether the name is a pointer
     */
    record Slot(String name, boolean isInBody) {

        private void put(String value, Map<String, String> headers, DraftBody body) {
            if (isInBody) {
                body.put(name, value);
            } else {
                headers.put(name, value);
            }
        }
    }
}
