package dev.durahook.workflows.routing;

import dev.durahook.workflows.EventType;
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

    // Before a '*': the beginning of a source's name, or the whole of it and the beginning of a type.
    private static final Pattern BEGINNING = Pattern.compile("([a-z0-9][a-z0-9-]{0,49}(\\.[A-Za-z0-9._-]{0,100})?)?");

    /** A pattern that an event's type can match; one that none can is refused, with what was meant where that is clear. */
    public EventPattern {
        if (!canMatch(value)) {
            String ending = value.endsWith("*") ? "*" : "";
            throw new IllegalArgumentException("'" + value + "' is no event type: "
                    + EventType.meantBy(value.substring(0, value.length() - ending.length()))
                            .filter(meant -> !meant.equals(value) && canMatch(meant + ending))
                            .map(meant -> "write '" + meant + ending
                                    + "', because every character but letters, digits, '.', '_' and '-' becomes a '_'")
                            .orElse(
                                    "use <source>.<type> of letters, digits, '.', '_' and '-', such as github.push, and a"
                                            + " '*' at the end for any ending"));
        }
    }

    private static boolean canMatch(String value) {
        return value.endsWith("*")
                ? BEGINNING.matcher(value.substring(0, value.length() - 1)).matches()
                : EventType.isOne(value);
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
