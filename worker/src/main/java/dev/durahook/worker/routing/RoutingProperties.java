package dev.durahook.worker.routing;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What becomes of events that have no workflow of their own.
 *
 * @param routes routes by name
 * @param unhandled what becomes of an event that no route, no handler and no workflow takes
 */
@ConfigurationProperties(RoutingProperties.PREFIX)
record RoutingProperties(
        @DefaultValue Map<String, RouteProperties> routes,
        @DefaultValue("complete") Unhandled unhandled) {

    static final String PREFIX = "durahook";
    static final String ROUTES = PREFIX + ".routes";

    /** What becomes of an unhandled event. */
    enum Unhandled {
        /** Its workflow completes and says so; it can be reset until the namespace's retention ends. */
        COMPLETE,
        /** It waits for a decision, as one that failed does. */
        PARK
    }
}
