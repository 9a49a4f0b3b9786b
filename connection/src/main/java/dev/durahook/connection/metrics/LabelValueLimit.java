package dev.durahook.connection.metrics;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Limits the values of a metric's labels: each label keeps the first {@value #LIMIT} values that it gets, and {@value
 * #OTHER} replaces all later ones. A sender that has a secret can make up any number of event types, and each would be
 * a series for ever.
 */
public final class LabelValueLimit {

    /** Replaces every value beyond the limit. */
    static final String OTHER = "other";

    /** The number of values that a label keeps: more than a chart can show. */
    static final int LIMIT = 100;

    private final Map<String, Set<String>> values;

    /** Limits the values of these labels. All other labels keep every value. */
    public LabelValueLimit(Set<String> labels) {
        Map<String, Set<String>> empty = new ConcurrentHashMap<>();
        labels.forEach(label -> empty.put(label, ConcurrentHashMap.newKeySet()));
        values = Map.copyOf(empty);
    }

    /** Returns the value to report for a label: the given value, or {@value #OTHER}. */
    public String of(String label, String value) {
        Set<String> known = values.get(label);
        return known == null || isKnown(known, value) ? value : OTHER;
    }

    // Locked only for a new value: two threads must not both take the last place.
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
