package dev.durahook.worker.failure;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes values out of a text that must not be seen: a failure may quote what it was made with. */
public final class Redaction {

    /** Of shorter values there is one in every text, and none is a credential. In characters. */
    public static final int MIN_LENGTH = 4;

    private static final String HIDDEN = "[hidden]";

    private final List<String> hidden;

    private Redaction(Set<String> hidden) {
        // The longest first: one may be a part of another.
        this.hidden = hidden.stream()
                .filter(value -> value.length() >= MIN_LENGTH)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Hides these values, as they are and as a URL has them. */
    public static Redaction of(Collection<String> values) {
        Set<String> hidden = new LinkedHashSet<>(values);
        values.forEach(value -> hidden.add(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return new Redaction(hidden);
    }

    /** The text without them. */
    public String apply(String text) {
        String redacted = text;
        for (String value : hidden) {
            redacted = redacted.replace(value, HIDDEN);
        }
        return redacted;
    }
}
