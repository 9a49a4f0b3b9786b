package dev.durahook.connection.metrics;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The values that a label may have: the first so many that come, and {@value #OTHER} for all that come later. A sender
 * with a secret can make up as many event types as it likes, and each would be a series for ever.
 */
final class KnownValues {

    /** Stands for every value over the limit. */
    static final String OTHER = "other";

    /** How many values of its own a label has: more than anybody reads in a chart. */
    static final int LIMIT = 100;

    private final Map<String, Set<String>> values;

    /** Those of these labels; any other label stays as it is. */
    KnownValues(Set<String> labels) {
        Map<String, Set<String>> empty = new ConcurrentHashMap<>();
        labels.forEach(label -> empty.put(label, ConcurrentHashMap.newKeySet()));
        values = Map.copyOf(empty);
    }

    /** The value that a label gets for this one. */
    String of(String label, String value) {
        Set<String> known = values.get(label);
        return known == null || isKnown(known, value) ? value : OTHER;
    }

    // Locked only for a new one: two at a time must not both take the last place.
    private static boolean isKnown(Set<String> known, String value) {
        if (known.contains(value) || OTHER.equals(value)) {
            return true;
        }
        if (known.size() >= LIMIT) {
            return false;
        }
        synchronized (known) {
            return known.contains(value) || (known.size() < LIMIT && known.add(value));
        }
    }
}
