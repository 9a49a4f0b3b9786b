package dev.durahook.workflows.routing;

import java.util.List;

/**
 * Sends the events of some types to destinations.
 *
 * @param name the route's name in the configuration
 * @param eventTypes patterns of the event types to which the route applies
 * @param destinations the destinations; the delivery to each of them succeeds or is parked on its own
 */
public record Route(String name, List<EventPattern> eventTypes, List<RoutedDestination> destinations) {

    public Route {
        require(!eventTypes.isEmpty(), name, "event-types must name at least one type");
        require(!destinations.isEmpty(), name, "destinations must name at least one destination");
        require(
                destinations.stream().map(RoutedDestination::name).distinct().count() == destinations.size(),
                name,
                "destinations must not name a destination twice");
        eventTypes = List.copyOf(eventTypes);
        destinations = List.copyOf(destinations);
    }

    private static void require(boolean holds, String name, String message) {
        if (!holds) {
            throw new InvalidRoutesException(name, message);
        }
    }
}
