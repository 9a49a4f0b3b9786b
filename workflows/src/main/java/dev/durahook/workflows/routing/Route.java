package dev.durahook.workflows.routing;

import java.util.List;

/**
 * Where events are delivered.
 *
 * @param name its name in the configuration
 * @param eventTypes the types it is for
 * @param destinations names of destinations, each with a fate of its own
 */
public record Route(String name, List<EventPattern> eventTypes, List<RoutedDestination> destinations) {

    public Route {
        require(!eventTypes.isEmpty(), name, "event-types must name at least one type");
        require(!destinations.isEmpty(), name, "destinations must name at least one destination");
        require(
                destinations.stream().map(RoutedDestination::name).distinct().count() == destinations.size(),
                name,
                "destinations must not name one twice");
        eventTypes = List.copyOf(eventTypes);
        destinations = List.copyOf(destinations);
    }

    private static void require(boolean holds, String name, String message) {
        if (!holds) {
            throw new InvalidRoutesException(name, message);
        }
    }
}
