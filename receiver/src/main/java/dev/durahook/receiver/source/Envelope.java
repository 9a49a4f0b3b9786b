package dev.durahook.receiver.source;

import dev.durahook.receiver.json.JsonFields;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a delivery of several events says around some of them.
 *
 * @param values what is said, by the pointer that leads there through the arrays, such as /entry/id
 */
record Envelope(Map<String, String> values) {

    static final Envelope EMPTY = new Envelope(Map.of());

    /** In characters, pointers included: what is around an event stays small beside its body. */
    private static final int MAX_TOTAL = 4_096;

    /**
     * What it says, and what an object inside of it says.
     *
     * @param object the bytes of the object
     * @param place the pointer to the object
     * @param pointers those of a declaration, of which those to this object count
     */
    Envelope with(byte[] object, String place, List<String> pointers) {
        Set<String> here = pointers.stream()
                .map(pointer -> pointer.substring(place.length()))
                .collect(Collectors.toSet());
        if (here.isEmpty()) {
            return this;
        }
        Map<String, String> more = new HashMap<>(values);
        JsonFields.read(object, here)
                .ifPresent(fields -> here.forEach(
                        pointer -> fields.at(pointer).ifPresent(value -> more.put(place + pointer, value))));
        return new Envelope(more);
    }

    /** As much as may travel with the event, in the order of the declaration. */
    Map<String, String> small(List<String> pointers) {
        Map<String, String> small = new LinkedHashMap<>();
        int total = 0;
        for (String pointer : pointers) {
            String value = values.getOrDefault(pointer, "");
            int size = pointer.length() + value.length();
            if (!value.isEmpty() && total + size <= MAX_TOTAL) {
                small.put(pointer, value);
                total += size;
            }
        }
        return small;
    }
}
