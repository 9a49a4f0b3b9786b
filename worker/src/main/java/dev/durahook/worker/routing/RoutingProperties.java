package dev.durahook.worker.routing;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys {@code durahook.routes} and {@code durahook.unhandled}. They decide about events whose type has no workflow
 * of its own.
 *
 * @param routes routes by name
 * @param unhandled what happens to an event without a route, handler or workflow
 */
@ConfigurationProperties(RoutingProperties.PREFIX)
record RoutingProperties(
        @DefaultValue Map<String, RouteProperties> routes,
        @DefaultValue("complete") Unhandled unhandled) {

    static final String PREFIX = "durahook";
    static final String ROUTES = PREFIX + ".routes";

    /** The two ways to treat an event without a route, handler or workflow. */
    enum Unhandled {
        /**
         * The event's workflow completes, and its result says that the event is unhandled. Until the namespace's
         * retention ends, the workflow can be reset, which processes the event again.
         */
        COMPLETE,
        /** The event is parked, like an event whose processing has failed. */
        PARK
    }
}
