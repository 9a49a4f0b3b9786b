package dev.durahook.worker.routing;

import dev.durahook.worker.destination.Destinations;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.RouteChoice;
import dev.durahook.workflows.routing.Routes;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.temporal.common.converter.RawValue;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The plan for each event, made from the declared routes and the handlers. */
public final class DeclaredPlans {

    private final Routes routes;
    private final RoutingProperties.Unhandled unhandled;
    private final UnhandledEvents counted;

    DeclaredPlans(Routes routes, RoutingProperties.Unhandled unhandled, UnhandledEvents counted) {
        this.routes = routes;
        this.unhandled = unhandled;
        this.counted = counted;
    }

    /**
     * Reads the routes of a configuration. For tests of applications.
     *
     * @param isPolicy tells whether there is a policy of this name
     * @param handlers all handlers of the application
     * @param workflows all workflow classes of the application
     * @throws dev.durahook.connection.configuration.InvalidConfigurationException if a route or a handler is invalid
     */
    public static DeclaredPlans of(
            Environment environment,
            Destinations destinations,
            Predicate<String> isPolicy,
            Collection<? extends EventHandler> handlers,
            Collection<Class<?>> workflows) {
        RoutingProperties properties =
                Binder.get(environment).bindOrCreate(RoutingProperties.PREFIX, RoutingProperties.class);
        return new DeclaredRoutes(destinations, isPolicy)
                .plans(environment, properties, handlers, OwnWorkflows.of(workflows), new CompositeMeterRegistry());
    }

    /**
     * Returns the plan for an event of this type that has neither headers nor a body, so that no condition holds that asks
     * for a value. For tests of applications.
     */
    public Plan plan(String eventType) {
        return plan(new WebhookEvent(eventType, eventType, eventType, Instant.EPOCH, Map.of(), null), null);
    }

    /** Whether a route or a handler is for this event type. The conditions of the route need not hold. */
    public boolean mayTake(String eventType) {
        return routes.mayTake(eventType);
    }

    /**
     * Returns the plan for an event. Counts an event that nothing takes.
     *
     * @param body the event's body; null if it is not known
     */
    public Plan plan(WebhookEvent event, @Nullable RawValue body) {
        RouteChoice choice = routes.choose(event, body);
        if (choice.steps().isEmpty()) {
            counted.add(event.type(), choice.unmet());
        }
        return new Plan(choice.steps(), unhandled == RoutingProperties.Unhandled.PARK, null, choice.unmet());
    }
}
