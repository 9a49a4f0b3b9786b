package dev.durahook.workflows.routing;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.common.converter.RawValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All routes and handlers of a worker. The most specific route and the most specific handlers that match an event
 * apply; an event may have both.
 */
public final class Routes {

    private final Patterns<Route> routes = new Patterns<>();
    private final Patterns<RoutedHandler> handlers = new Patterns<>();

    /**
     * Checks that the routes and handlers do not contradict each other.
     *
     * @param workflowTypes the event types that have a workflow of their own, so that routes never apply to them
     * @throws InvalidRoutesException if they contradict each other; the message names the route or the handler
     */
    public Routes(List<Route> routes, List<RoutedHandler> handlers, Set<String> workflowTypes) {
        RouteConflicts claims = new RouteConflicts();
        for (Route route : routes) {
            route.eventTypes().forEach(pattern -> requireNoWorkflow(pattern, route.name(), workflowTypes));
            claims.add(route);
            route.eventTypes().forEach(pattern -> this.routes.add(pattern, route));
        }
        claims.checkRoutesWithoutConditions();
        Set<String> names = new HashSet<>();
        for (RoutedHandler handler : handlers) {
            requireUniqueName(names, handler);
            handler.eventTypes()
                    .forEach(pattern -> requireNoWorkflow(pattern, "handler " + handler.name(), workflowTypes));
            handler.eventTypes().forEach(pattern -> this.handlers.add(pattern, handler));
        }
    }

    /**
     * The steps for an event: those for destinations first, in the order of their declaration.
     *
     * @param body the event's body; null if it is not known. It is read only if a route for the event's type asks for a
     *     value in it
     */
    public RouteChoice choose(WebhookEvent event, @Nullable RawValue body) {
        Candidates candidates = new Candidates(routes.matching(event.type()).toList(), event, body);
        Stream<PlannedStep> handling = handlers.of(event.type()).stream()
                .map(handler -> new PlannedStep(PlannedStep.Kind.HANDLER, handler.name(), handler.policy()));
        List<PlannedStep> steps =
                Stream.concat(candidates.deliveries().stream(), handling).toList();
        return new RouteChoice(steps, steps.isEmpty() ? candidates.unmet() : List.of());
    }

    /** Whether a route or a handler is for this event type. The conditions of the route need not hold. */
    public boolean mayTake(String eventType) {
        return routes.matching(eventType).findAny().isPresent()
                || !handlers.of(eventType).isEmpty();
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
