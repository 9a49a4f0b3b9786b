package dev.durahook.workflows.routing;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A handler as a plan knows it.
 *
 * @param name the name of its activity
 * @param eventTypes the types it is for
 * @param policy the policy under which it runs
 */
public record RoutedHandler(String name, List<EventPattern> eventTypes, String policy) {

    // The name becomes a part of names of Temporal's. The databases of some servers have 255 bytes for these.
    private static final int MAX_NAME_BYTES = 200;

    public RoutedHandler {
        if (name.isBlank() || name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
            throw new InvalidRoutesException(
                    "handler '" + name + "'", "its name must be of 1 to " + MAX_NAME_BYTES + " bytes");
        }
        if (eventTypes.isEmpty()) {
            throw new InvalidRoutesException("handler " + name, "it must name at least one event type");
        }
        eventTypes = List.copyOf(eventTypes);
    }
}
