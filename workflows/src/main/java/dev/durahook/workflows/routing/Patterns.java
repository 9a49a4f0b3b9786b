package dev.durahook.workflows.routing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is declared for event types by pattern, of which the most specific one applies. */
final class Patterns<T> {

    private final Map<EventPattern, Set<T>> declared = new TreeMap<>(
            EventPattern.BY_SPECIFICITY.thenComparing(EventPattern::value).reversed());

    /** A handler may list a type twice: an event would have two steps of the same key. */
    void add(EventPattern pattern, T what) {
        declared.computeIfAbsent(pattern, p -> new LinkedHashSet<>()).add(what);
    }

    /** What is declared for a type, in the order of declaration. */
    List<T> of(String eventType) {
        return declared.entrySet().stream()
                .filter(entry -> entry.getKey().matches(eventType))
                .findFirst()
                .map(Map.Entry::getValue)
                .map(List::copyOf)
                .orElse(List.of());
    }
}
