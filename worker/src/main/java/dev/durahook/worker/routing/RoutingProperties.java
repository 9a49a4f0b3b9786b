package dev.durahook.worker.routing;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties that decide what happens to events that have no workflow of their own.
 *
 * @param routes routes by name
 * @param unhandled what happens to an event that no route, no handler and no workflow takes
 */
@ConfigurationProperties(RoutingProperties.PREFIX)
record RoutingProperties(
        @DefaultValue Map<String, RouteProperties> routes,
        @DefaultValue("complete") Unhandled unhandled) {

    static final String PREFIX = "durahook";
    static final String ROUTES = PREFIX + ".routes";

    /** What happens to an event that no route, no handler and no workflow takes. */
    enum Unhandled {
        /** The event's workflow completes and says so; it can be reset until the namespace's retention ends. */
        COMPLETE,
        /** The event is parked and waits for a decision, as a failed event does. */
        PARK
    }
}
