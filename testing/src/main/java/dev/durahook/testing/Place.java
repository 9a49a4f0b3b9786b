package dev.durahook.testing;

import dev.durahook.receiver.source.IdRule;
import dev.durahook.receiver.source.Scheme;
import dev.durahook.receiver.source.TypeRule;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider puts the id or the type of an event: headers, JSON pointers, or nowhere.
 *
 * @param slots where its values are; several where it takes several values together
 * @param separator what stands between the values when they are written as one
 * @param isOptional whether an event can be without it
 */
record Place(List<Slot> slots, String separator, boolean isOptional) {

    private static final Place NONE = new Place(List.of(), "", true);

    static Place ofId(Scheme scheme) {
        IdRule rule = scheme.id();
        if (rule == null) {
            return NONE;
        }
        List<String> values = rule.header().isEmpty()
                ? Stream.concat(rule.pointer().stream(), rule.parts().stream()).toList()
                : List.of(rule.header().get(0));
        return new Place(slots(scheme, values), ":", false);
    }

    /** Where the value is that makes the bytes of two events differ, if those name an event. */
    static Place ofWhatNamesTheBody(Scheme scheme) {
        IdRule rule = scheme.id();
        return rule == null || rule.namedBy().isEmpty()
                ? NONE
                : new Place(slots(scheme, rule.namedBy().subList(0, 1)), "", true);
    }

    static Place ofType(Scheme scheme) {
        TypeRule rule = scheme.type();
        if (rule == null) {
            return NONE;
        }
        List<String> values =
                rule.header().isEmpty() ? rule.pointer() : List.of(rule.header().get(0));
        return new Place(slots(scheme, values), ".", rule.fallback() != null);
    }

    private static List<Slot> slots(Scheme scheme, List<String> values) {
        String event = EventBody.firstEvent(scheme.events());
        return values.stream()
                .map(value -> value.startsWith("/") ? new Slot(event + value, true) : new Slot(value, false))
                .toList();
    }

    boolean isNone() {
        return slots.isEmpty();
    }

    boolean isInBody() {
        return slots.stream().anyMatch(Slot::isInBody);
    }

    /** The names of its headers, and its pointers. */
    List<String> names() {
        return slots.stream().map(Slot::name).toList();
    }

    /** A value for every part of it, but for those that have one. */
    String filled(EventBody event, String value) {
        return slots.stream()
                .map(slot -> slot.isInBody() ? event.text(slot.name()).orElse(value) : value)
                .collect(Collectors.joining(separator));
    }

    void put(@Nullable String value, Map<String, String> headers, EventBody body) {
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
     * Where one value is.
     *
     * @param name a JSON pointer into the body, or the name of a header
     * @param isInBody whether it is a pointer
     */
    record Slot(String name, boolean isInBody) {

        private void put(String value, Map<String, String> headers, EventBody body) {
            if (isInBody) {
                body.put(name, value);
            } else {
                headers.put(name, value);
            }
        }
    }
}
