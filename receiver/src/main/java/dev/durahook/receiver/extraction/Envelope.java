package dev.durahook.receiver.extraction;

import dev.durahook.workflows.Sha256;
import dev.durahook.workflows.json.JsonFields;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The values around an event in the JSON of a delivery with several events.
 *
 * @param values the values by their JSON pointer from the root, without the positions in arrays, such as /entry/id
 */
record Envelope(Map<String, String> values) {

    static final Envelope EMPTY = new Envelope(Map.of());

    /** In characters, including pointers. Keeps the values small compared to the event's body. */
    private static final int MAX_TOTAL = 4_096;

    /**
     * These values and the values of an object inside the envelope.
     *
     * @param object the bytes of the object
     * @param place the pointer to the object
     * @param pointers the declared pointers into this object
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
                        pointer -> fields.at(pointer).ifPresent(value -> more.put(place + pointer, bounded(value)))));
        return new Envelope(more);
    }

    // Each event of a delivery is hashed together with the values around it. No genuine value is that long.
    private static String bounded(String value) {
        return value.length() <= MAX_TOTAL
                ? value
                : "sha256-" + HexFormat.of().formatHex(Sha256.of(value.getBytes(StandardCharsets.UTF_8)));
    }

    /** The values to store with the event, in the order of their declaration, up to a maximum size. */
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
