package dev.durahook.workflows.routing;

import java.util.List;

/**
 * A handler as a plan knows it.
 *
 * @param name the name of its activity
 * @param eventTypes the types it is for
 * @param policy the policy under which it runs
 */
public record RoutedHandler(String name, List<EventPattern> eventTypes, String policy) {

    public RoutedHandler {
        if (eventTypes.isEmpty()) {
            throw new InvalidRoutesException("handler " + name, "it must name at least one event type");
        }
        eventTypes = List.copyOf(eventTypes);
    }
}
