package dev.durahook.workflows.routing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Maps event patterns to the values declared for them, such as routes. The most specific pattern that matches an event
 * type comes first.
 */
public final class Patterns<T> {

    private final Map<EventPattern, Set<T>> declared = new TreeMap<>(
            EventPattern.BY_SPECIFICITY.thenComparing(EventPattern::value).reversed());

    /**
     * Declares a value for a pattern. A value declared twice counts once: a handler may list a type twice, and an event
     * would otherwise have two steps of the same key.
     */
    public void add(EventPattern pattern, T what) {
        declared.computeIfAbsent(pattern, p -> new LinkedHashSet<>()).add(what);
    }

    /** The values declared for exactly this pattern, in the order of declaration. */
    public List<T> declaredFor(EventPattern pattern) {
        return List.copyOf(declared.getOrDefault(pattern, Set.of()));
    }

    /** The values declared for the most specific pattern that matches the type, in the order of declaration. */
    public List<T> of(String eventType) {
        return matching(eventType).findFirst().orElse(List.of());
    }

    /** The values declared for each pattern that matches the type, the most specific pattern first. */
    Stream<List<T>> matching(String eventType) {
        return declared.entrySet().stream()
                .filter(entry -> entry.getKey().matches(eventType))
                .map(entry -> List.copyOf(entry.getValue()));
    }
}
