package dev.durahook.testing;

import dev.durahook.receiver.source.IdRule;
import dev.durahook.receiver.source.Scheme;
import dev.durahook.receiver.source.TypeRule;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider puts the id or the type of an event: a header, JSON pointers, or nowhere.
 *
 * @param header the header's names, of which the first is written
 * @param pointers the places in a JSON body; several where it takes several values together
 * @param separator what stands between the values when they are written as one
 * @param isOptional whether an event can be without it
 */
record Place(List<String> header, List<String> pointers, String separator, boolean isOptional) {

    private static final Place NONE = new Place(List.of(), List.of(), "", true);

    static Place ofId(Scheme scheme) {
        IdRule rule = scheme.id();
        return rule == null ? NONE : new Place(rule.header(), inEvent(scheme, rule.pointer()), ":", false);
    }

    static Place ofType(Scheme scheme) {
        TypeRule rule = scheme.type();
        return rule == null
                ? NONE
                : new Place(rule.header(), inEvent(scheme, rule.pointer()), ".", rule.fallback() != null);
    }

    private static List<String> inEvent(Scheme scheme, List<String> pointers) {
        String event = EventBody.firstEvent(scheme.events());
        return pointers.stream().map(pointer -> event + pointer).toList();
    }

    boolean isNone() {
        return header.isEmpty() && pointers.isEmpty();
    }

    boolean isInBody() {
        return !pointers.isEmpty();
    }

    /** A value for every part of it, but for those that have one. */
    String filled(EventBody event, String value) {
        return isInBody()
                ? String.join(
                        separator,
                        pointers.stream()
                                .map(pointer -> event.text(pointer).orElse(value))
                                .toList())
                : value;
    }

    void put(@Nullable String value, Map<String, String> headers, EventBody body) {
        if (value == null) {
            return;
        }
        if (!header.isEmpty()) {
            headers.put(header.get(0), value);
        } else {
            putInto(body, value);
        }
    }

    private void putInto(EventBody body, String value) {
        int parts = pointers.size();
        String[] values = parts == 1 ? new String[] {value} : value.split(Pattern.quote(separator), parts);
        if (values.length < parts) {
            throw new IllegalArgumentException(
                    "takes " + parts + " values with '" + separator + "' between them: " + String.join(", ", pointers));
        }
        for (int i = 0; i < parts; i++) {
            body.put(pointers.get(i), values[i]);
        }
    }
}
