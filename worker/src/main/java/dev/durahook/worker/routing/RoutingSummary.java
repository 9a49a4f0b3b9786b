package dev.durahook.worker.routing;

import dev.durahook.workflows.condition.Condition;
import dev.durahook.workflows.handling.EventHandler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Describes for the log which routes, handlers and workflows take which events, so that an operator can check it at the
 * start.
 */
public final class RoutingSummary {

    private final RoutingProperties properties;
    private final Collection<? extends EventHandler> handlers;
    private final Set<String> workflowTypes;

    RoutingSummary(
            RoutingProperties properties, Collection<? extends EventHandler> handlers, Set<String> workflowTypes) {
        this.properties = properties;
        this.handlers = handlers;
        this.workflowTypes = workflowTypes;
    }

    /**
     * Returns a line for each route and each handler, a line for all workflows if there are any, and a line for all
     * other events.
     */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(properties.routes())
                .forEach((name, route) -> lines.add("Route %s: %s to %s%s%s"
                        .formatted(
                                name,
                                listed(route.eventTypes()),
                                listed(route.destinations()),
                                conditions(name, route),
                                priority(route))));
        handlers.forEach(handler -> lines.add("Handler %s: %s, policy %s, %s at a time"
                .formatted(handler.name(), listed(handler.eventTypes()), handler.policy(), handler.concurrency())));
        if (!workflowTypes.isEmpty()) {
            lines.add("Event types with a workflow of their own: " + listed(new TreeSet<>(workflowTypes)));
        }
        lines.add("Other events: "
                + (properties.unhandled() == RoutingProperties.Unhandled.PARK ? "parked" : "completed"));
        return lines;
    }

    private static String conditions(String name, RouteProperties route) {
        return route.when().isEmpty()
                ? ""
                : route.conditions(name).stream()
                        .map(Condition::text)
                        .collect(Collectors.joining(" and ", ", if ", ""));
    }

    private static String priority(RouteProperties route) {
        return (route.priority() == null ? "" : ", priority " + route.priority())
                + (route.fairnessKey() == null ? "" : ", fairness key " + route.fairnessKey());
    }

    private static String listed(Collection<String> names) {
        return String.join(", ", names);
    }
}
