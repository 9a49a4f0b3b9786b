package dev.durahook.workflows.routing;

import dev.durahook.workflows.EventType;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A pattern for event types: one exact type such as {@code github.push}, or a beginning with a {@code *} after it, such
 * as {@code github.*} or {@code *}. If several patterns match a type, the most specific one applies.
 *
 * @param value the pattern's text
 */
public record EventPattern(String value) {

    /** Least specific first. */
    public static final Comparator<EventPattern> BY_SPECIFICITY = Comparator.comparing(EventPattern::isExact)
            .thenComparing(pattern -> pattern.value().length());

    // The text before a '*': the beginning of a source's name, or a complete source's name and the beginning of a type.
    private static final Pattern BEGINNING = Pattern.compile("([a-z0-9][a-z0-9-]{0,49}(\\.[A-Za-z0-9._-]{0,100})?)?");

    /**
     * Checks that an event type can match this pattern. If none can, the message suggests the pattern that was probably
     * meant.
     */
    public EventPattern {
        if (!canMatch(value)) {
            throw new IllegalArgumentException("'" + value + "' is not a valid event type: " + remedy(value));
        }
    }

    private static String remedy(String value) {
        String ending = value.endsWith("*") ? "*" : "";
        String beginning = value.substring(0, value.length() - ending.length());
        if (beginning.contains("*")) {
            return "a '*' may stand only at the end, as in github.*";
        }
        return EventType.parse(beginning)
                .filter(meant -> !meant.equals(value) && canMatch(meant + ending))
                .map(meant -> "write '" + meant + ending
                        + "', because every character but letters, digits, '.', '_' and '-' becomes a '_'")
                .orElse("use " + EventType.FORM + ", and a '*' at the end for any ending");
    }

    private static boolean canMatch(String value) {
        return value.endsWith("*")
                ? BEGINNING.matcher(value.substring(0, value.length() - 1)).matches()
                : EventType.isValid(value);
    }

    /** Whether the pattern is one exact event type. */
    public boolean isExact() {
        return !value.endsWith("*");
    }

    /** Whether the pattern matches this event type. */
    public boolean matches(String eventType) {
        return isExact() ? value.equals(eventType) : eventType.startsWith(beginning());
    }

    /** Whether the pattern matches every event type that another pattern matches. */
    public boolean covers(EventPattern other) {
        return isExact() ? equals(other) : other.beginning().startsWith(beginning());
    }

    /** Whether the pattern may match the type of an event of this source. */
    public boolean mayMatchTypeOf(String source) {
        String types = source + ".";
        return beginning().startsWith(types) || (!isExact() && types.startsWith(beginning()));
    }

    private String beginning() {
        return isExact() ? value : value.substring(0, value.length() - 1);
    }
}
