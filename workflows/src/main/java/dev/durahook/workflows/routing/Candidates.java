package dev.durahook.workflows.routing;

import dev.durahook.workflows.TaskPriority;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.condition.Condition;
import dev.durahook.workflows.condition.EventContent;
import io.temporal.common.converter.RawValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The routes whose patterns match the type of one event. The most specific pattern with a route that applies decides.
 * Of the routes of one pattern, those whose conditions hold apply, and if there are none, the route without conditions.
 */
final class Candidates {

    // The text is read in the Web UI.
    private static final int MOST_REASONS = 5;

    private final List<List<Route>> bySpecificity;
    private final EventContent content;
    private final List<String> unmet = new ArrayList<>();

    /**
     * The candidates for an event.
     *
     * @param bySpecificity the routes of each pattern, the most specific pattern first
     */
    Candidates(List<List<Route>> bySpecificity, WebhookEvent event, @Nullable RawValue body) {
        this.bySpecificity = bySpecificity;
        this.content = EventContent.of(event, body, conditions(bySpecificity));
    }

    private static List<Condition> conditions(List<List<Route>> routes) {
        return routes.stream()
                .flatMap(List::stream)
                .flatMap(route -> route.conditions().stream())
                .toList();
    }

    /**
     * The steps of the routes that apply, one for each destination. A destination of several routes gets the event
     * once.
     */
    Collection<PlannedStep> deliveries() {
        Map<String, PlannedStep> deliveries = new LinkedHashMap<>();
        for (Route route : applying()) {
            route.destinations()
                    .forEach(destination ->
                            deliveries.merge(destination.name(), route.stepFor(destination), Candidates::sooner));
        }
        return deliveries.values();
    }

    /** Why the routes that were asked do not apply, a sentence for each. */
    List<String> unmet() {
        if (unmet.size() <= MOST_REASONS) {
            return List.copyOf(unmet);
        }
        List<String> first = new ArrayList<>(unmet.subList(0, MOST_REASONS));
        first.add((unmet.size() - MOST_REASONS) + " more routes do not apply either.");
        return first;
    }

    private List<Route> applying() {
        for (List<Route> ofPattern : bySpecificity) {
            List<Route> holding = ofPattern.stream()
                    .filter(route -> !route.conditions().isEmpty() && holds(route))
                    .toList();
            List<Route> applying = holding.isEmpty()
                    ? ofPattern.stream()
                            .filter(route -> route.conditions().isEmpty())
                            .toList()
                    : holding;
            if (!applying.isEmpty()) {
                return applying;
            }
        }
        return List.of();
    }

    private boolean holds(Route route) {
        Optional<String> reason = route.conditions().stream()
                .flatMap(condition -> condition.unmet(content).stream())
                .findFirst();
        reason.ifPresent(why -> unmet.add("Route " + route.name() + " does not apply: " + why + "."));
        return reason.isEmpty();
    }

    private static PlannedStep sooner(PlannedStep one, PlannedStep other) {
        return of(other).isBefore(of(one)) ? other : one;
    }

    private static TaskPriority of(PlannedStep step) {
        return Optional.ofNullable(step.priority()).orElse(TaskPriority.INHERITED);
    }
}
