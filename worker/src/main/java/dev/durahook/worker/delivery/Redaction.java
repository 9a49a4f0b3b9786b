package dev.durahook.worker.delivery;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes out of a text what must not be seen: a destination may say in its answer what it was sent. */
final class Redaction {

    private static final String HIDDEN = "[hidden]";

    // Of shorter values there is one in every text, and none is a credential.
    private static final int MIN_LENGTH = 4;

    private final List<String> hidden;

    private Redaction(Set<String> hidden) {
        // The longest first: one may be a part of another.
        this.hidden = hidden.stream()
                .filter(value -> value.length() >= MIN_LENGTH)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Hides a destination's own headers and the query of its URL, whole and in their parts. */
    static Redaction of(Destination destination) {
        Set<String> hidden = new LinkedHashSet<>();
        for (String value : destination.headers().values()) {
            hidden.add(value);
            hidden.add(value.substring(value.lastIndexOf(' ') + 1));
        }
        for (int i = 0; i < destination.url().querySize(); i++) {
            String value = destination.url().queryParameterValue(i);
            hidden.add(value == null ? destination.url().queryParameterName(i) : value);
        }
        String encoded = destination.url().encodedQuery();
        if (encoded != null) {
            hidden.add(encoded);
        }
        return new Redaction(hidden);
    }

    String apply(String text) {
        String redacted = text;
        for (String value : hidden) {
            redacted = redacted.replace(value, HIDDEN);
        }
        return redacted;
    }
}
