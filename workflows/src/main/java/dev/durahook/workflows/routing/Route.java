package dev.durahook.workflows.routing;

import dev.durahook.workflows.TaskPriority;
import dev.durahook.workflows.condition.Condition;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Sends the events of some types to destinations, if they meet the route's conditions.
 *
 * @param name the route's name in the configuration
 * @param eventTypes patterns of the event types to which the route applies
 * @param destinations the destinations; the step for each of them succeeds or is parked on its own
 * @param conditions the conditions, all of which must hold
 * @param priority the priority of the steps
 */
public record Route(
        String name,
        List<EventPattern> eventTypes,
        List<RoutedDestination> destinations,
        Set<Condition> conditions,
        TaskPriority priority) {

    public Route {
        require(!eventTypes.isEmpty(), name, "event-types must name at least one type");
        require(Set.copyOf(eventTypes).size() == eventTypes.size(), name, "event-types must not name a type twice");
        require(!destinations.isEmpty(), name, "destinations must name at least one destination");
        require(
                destinations.stream().map(RoutedDestination::name).distinct().count() == destinations.size(),
                name,
                "destinations must not name a destination twice");
        eventTypes = List.copyOf(eventTypes);
        destinations = List.copyOf(destinations);
        conditions = Collections.unmodifiableSet(new LinkedHashSet<>(conditions));
    }

    /** A route without conditions, whose steps have the priority of the event's workflow. */
    public Route(String name, List<EventPattern> eventTypes, List<RoutedDestination> destinations) {
        this(name, eventTypes, destinations, Set.of(), TaskPriority.INHERITED);
    }

    /** The step that sends an event to one of the destinations. */
    PlannedStep stepFor(RoutedDestination destination) {
        return new PlannedStep(
                PlannedStep.Kind.DELIVERY,
                destination.name(),
                destination.policy(),
                priority.equals(TaskPriority.INHERITED) ? null : priority,
                destination.activity());
    }

    private static void require(boolean holds, String name, String message) {
        if (!holds) {
            throw new InvalidRoutesException(name, message);
        }
    }
}
