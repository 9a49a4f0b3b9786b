package dev.durahook.workflows.routing;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Event types that are meant together: one type such as {@code github.push}, or all that begin alike, such as {@code
 * github.*} or {@code *}. Of several patterns that match, the one that says most applies.
 *
 * @param value the pattern as it was written
 */
public record EventPattern(String value) {

    /** Least specific first. */
    public static final Comparator<EventPattern> BY_SPECIFICITY = Comparator.comparing(EventPattern::isExact)
            .thenComparing(pattern -> pattern.value().length());

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]*\\*|[A-Za-z0-9._-]+");

    public EventPattern {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value
                    + "' is no event type: use letters, digits, '.', '_' and '-', and a '*' at the end for any ending");
        }
    }

    /** Whether it is one event type and no more. */
    public boolean isExact() {
        return !value.endsWith("*");
    }

    /** Whether an event type is meant. */
    public boolean matches(String eventType) {
        return isExact() ? value.equals(eventType) : eventType.startsWith(value.substring(0, value.length() - 1));
    }
}
