package dev.durahook.workflows.routing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All routes and handlers of a worker. The most specific route and the most specific handlers that match an event's
 * type apply; an event may have both.
 */
public final class Routes {

    private final Patterns<RoutedDestination> destinations = new Patterns<>();
    private final Patterns<RoutedHandler> handlers = new Patterns<>();

    /**
     * Checks that the routes and handlers do not contradict each other.
     *
     * @param workflowTypes the event types that have a workflow of their own, so that routes never apply to them
     * @throws InvalidRoutesException if they contradict each other; the message names the route or the handler
     */
    public Routes(List<Route> routes, List<RoutedHandler> handlers, Set<String> workflowTypes) {
        Map<EventPattern, String> owners = new HashMap<>();
        for (Route route : routes) {
            route.eventTypes().forEach(pattern -> claim(owners, pattern, route.name(), workflowTypes));
            route.eventTypes().forEach(pattern -> route.destinations().forEach(to -> destinations.add(pattern, to)));
        }
        Set<String> names = new HashSet<>();
        for (RoutedHandler handler : handlers) {
            requireUniqueName(names, handler);
            handler.eventTypes()
                    .forEach(pattern -> requireNoWorkflow(pattern, "handler " + handler.name(), workflowTypes));
            handler.eventTypes().forEach(pattern -> this.handlers.add(pattern, handler));
        }
    }

    /** The steps for an event type: the deliveries first, in the order of their declaration. */
    public List<PlannedStep> stepsFor(String eventType) {
        Stream<PlannedStep> deliveries = destinations.of(eventType).stream()
                .map(to -> new PlannedStep(PlannedStep.Kind.DELIVERY, to.name(), to.policy(), to.activity()));
        Stream<PlannedStep> handling = handlers.of(eventType).stream()
                .map(handler -> new PlannedStep(PlannedStep.Kind.HANDLER, handler.name(), handler.policy()));
        return Stream.concat(deliveries, handling).toList();
    }

    private static void claim(
            Map<EventPattern, String> owners, EventPattern pattern, String route, Set<String> workflowTypes) {
        requireNoWorkflow(pattern, route, workflowTypes);
        String owner = owners.putIfAbsent(pattern, route);
        if (owner != null) {
            throw new InvalidRoutesException(
                    route,
                    "'" + pattern.value() + "' is also a type of " + owner + "; list all"
                            + " destinations in one of the two");
        }
    }

    private static void requireNoWorkflow(EventPattern pattern, String name, Set<String> workflowTypes) {
        if (pattern.isExact() && workflowTypes.contains(pattern.value())) {
            throw new InvalidRoutesException(
                    name,
                    "'" + pattern.value() + "' would never apply, because a workflow of that type takes every such"
                            + " event; remove one of the two");
        }
    }

    private static void requireUniqueName(Set<String> names, RoutedHandler handler) {
        if (!names.add(handler.name())) {
            throw new InvalidRoutesException(
                    "handler " + handler.name(), "two handlers have this name; rename one of them");
        }
    }
}
