package dev.durahook.workflows.routing;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The facts about a handler from which plans are made.
 *
 * @param name the handler's name, which is its activity type
 * @param eventTypes patterns of the event types that the handler takes
 * @param policy the name of the policy under which the handler runs
 */
public record RoutedHandler(String name, List<EventPattern> eventTypes, String policy) {

    // The handler's name becomes a part of names in Temporal, for which the databases of some servers have 255 bytes.
    private static final int MAX_NAME_BYTES = 200;

    public RoutedHandler {
        if (name.isBlank() || name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
            throw new InvalidRoutesException(
                    "handler '" + name + "'", "its name must have 1 to " + MAX_NAME_BYTES + " bytes");
        }
        if (eventTypes.isEmpty()) {
            throw new InvalidRoutesException("handler " + name, "it must name at least one event type");
        }
        eventTypes = List.copyOf(eventTypes);
    }
}
