package dev.durahook.workflows.routing;

import dev.durahook.workflows.condition.Condition;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Finds routes that contradict each other: each pattern, with its conditions, belongs to one route. */
final class RouteConflicts {

    private final Map<EventPattern, Map<Set<Condition>, String>> owners = new HashMap<>();

    /** Adds a route. Fails if another route has the same pattern with the same conditions. */
    void add(Route route) {
        route.eventTypes().forEach(pattern -> claim(pattern, route));
    }

    private void claim(EventPattern pattern, Route route) {
        Map<Set<Condition>, String> ofPattern = owners.computeIfAbsent(pattern, added -> new HashMap<>());
        String owner = ofPattern.putIfAbsent(route.conditions(), route.name());
        if (owner != null) {
            throw new InvalidRoutesException(
                    route.name(),
                    "'" + pattern.value() + "' is also a type of " + owner
                            + (route.conditions().isEmpty() ? "" : ", under the same conditions")
                            + "; list all destinations in one of the two");
        }
    }

    /**
     * Checks the routes without conditions. Such a route never applies if its pattern has two further routes: one for
     * events that have a value at some place, and one for events that have none there.
     */
    void checkRoutesWithoutConditions() {
        owners.forEach((pattern, ofPattern) -> {
            String rest = ofPattern.get(Set.<Condition>of());
            if (rest != null && ofPattern.keySet().stream().anyMatch(set -> hasOpposite(set, ofPattern.keySet()))) {
                throw new InvalidRoutesException(
                        rest,
                        "'" + pattern.value() + "' would never apply, because another route takes such an event if a"
                                + " value is present, and a third one if it is absent; remove one of the three");
            }
        });
    }

    private static boolean hasOpposite(Set<Condition> conditions, Set<Set<Condition>> all) {
        return conditions.size() == 1
                && conditions.iterator().next() instanceof Condition.Present present
                && all.contains(Set.<Condition>of(Condition.isPresent(present.place(), !present.present())));
    }
}
