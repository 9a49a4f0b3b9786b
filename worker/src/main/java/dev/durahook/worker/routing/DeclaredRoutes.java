package dev.durahook.worker.routing;

import dev.durahook.worker.configuration.DeclaredRemoteQueues;
import dev.durahook.worker.configuration.RouteCheck;
import dev.durahook.worker.destination.Destinations;
import dev.durahook.worker.destination.kind.DeclaredDestination;
import dev.durahook.workflows.EventId;
import dev.durahook.workflows.EventType;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.registration.HandlerRequirements;
import dev.durahook.workflows.remote.RemoteQueues;
import dev.durahook.workflows.routing.EventPattern;
import dev.durahook.workflows.routing.InvalidRoutesException;
import dev.durahook.workflows.routing.Route;
import dev.durahook.workflows.routing.RoutedDestination;
import dev.durahook.workflows.routing.RoutedHandler;
import dev.durahook.workflows.routing.Routes;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.core.env.Environment;

/** Reads the declared routes and the application's handlers, and stops the start if any of them is invalid. */
final class DeclaredRoutes {

    // The text is not quoted: a URL may be the credential itself, as for an incoming webhook of a chat.
    private static final String NOT_A_NAME =
            "this is not the name of a destination, which is 1 to 50 lower-case letters,"
                    + " digits and hyphens; declare a URL as durahook.destinations.<name>.url, and list the name here";

    private final Destinations destinations;
    private final Predicate<String> isPolicy;

    DeclaredRoutes(Destinations destinations, Predicate<String> isPolicy) {
        this.destinations = destinations;
        this.isPolicy = isPolicy;
    }

    /** Returns the plan for each event. */
    DeclaredPlans plans(
            Environment environment,
            RoutingProperties properties,
            Collection<? extends EventHandler> handlers,
            OwnWorkflows workflows,
            MeterRegistry meters) {
        RemoteQueues remote = DeclaredRemoteQueues.of(environment);
        Routes routes = RouteCheck.checked(() -> {
            RouteKeys.check(environment);
            workflows.check();
            return read(properties.routes(), handlers, workflows.types(), remote, KnownSources.of(environment));
        });
        workflows.checkQueues(remote);
        return new DeclaredPlans(routes, properties.unhandled(), new UnhandledEvents(meters));
    }

    Routes read(
            Map<String, RouteProperties> routes,
            Collection<? extends EventHandler> handlers,
            Set<String> workflowTypes,
            RemoteQueues remote,
            KnownSources sources) {
        destinations
                .names()
                .forEach(name -> requirePolicy(
                        DeclaredDestination.key(name, "policy"),
                        destinations.policyOf(name).orElseThrow()));
        List<Route> declared = routes.entrySet().stream()
                .map(entry -> route(RoutingProperties.ROUTES + "." + entry.getKey(), entry.getValue()))
                .toList();
        List<RoutedHandler> routed = handlers.stream().map(this::handler).toList();
        declared.forEach(route -> requireHere(remote, route.name(), route.eventTypes()));
        routed.forEach(handler -> requireHere(remote, "handler " + handler.name(), handler.eventTypes()));
        declared.forEach(route -> sources.check(route.name(), route.eventTypes()));
        routed.forEach(handler -> sources.check("handler " + handler.name(), handler.eventTypes()));
        workflowTypes.stream()
                .filter(EventType::isValid)
                .sorted()
                .forEach(type -> sources.check("workflow " + type, List.of(new EventPattern(type))));
        return new Routes(declared, routed, workflowTypes);
    }

    private static void requireHere(RemoteQueues remote, String name, List<EventPattern> eventTypes) {
        for (EventPattern pattern : eventTypes) {
            remote.all().stream()
                    .filter(queue -> queue.takesAllOf(pattern))
                    .findFirst()
                    .ifPresent(queue -> {
                        throw new InvalidRoutesException(
                                name,
                                "'" + pattern.value() + "' would never apply, because " + queue.key("event-types")
                                        + " leaves every such event to other workers; remove one of the two");
                    });
        }
    }

    private Route route(String key, RouteProperties properties) {
        return new Route(
                key,
                patterns(key + ".event-types", properties.eventTypes()),
                destinations(key + ".destinations", properties.destinations()),
                properties.conditions(key),
                properties.taskPriority(key));
    }

    private List<RoutedDestination> destinations(String key, List<String> names) {
        return names.stream()
                .map(name -> destination(key, names.indexOf(name), name))
                .toList();
    }

    private RoutedDestination destination(String key, int place, String name) {
        return destinations
                .policyOf(name)
                .map(policy -> new RoutedDestination(
                        name, policy, destinations.activityOf(name).orElse(null)))
                .orElseThrow(() -> EventId.isSourceName(name)
                        ? new InvalidRoutesException(
                                key, "there is no destination '" + name + "'; declare durahook.destinations." + name)
                        : new InvalidRoutesException(key + "[" + place + "]", NOT_A_NAME));
    }

    private RoutedHandler handler(EventHandler handler) {
        HandlerRequirements.check(handler);
        String name = "handler " + handler.name();
        requirePolicy(name, handler.policy());
        return new RoutedHandler(handler.name(), patterns(name, handler.eventTypes()), handler.policy());
    }

    private void requirePolicy(String by, String policy) {
        if (!isPolicy.test(policy)) {
            throw new InvalidRoutesException(
                    by,
                    EventId.isSourceName(policy)
                            ? "there is no policy '" + policy + "'; declare durahook.policies." + policy
                            : "there is no such policy; declare it under durahook.policies");
        }
    }

    private static List<EventPattern> patterns(String key, List<String> eventTypes) {
        try {
            return eventTypes.stream().map(EventPattern::new).toList();
        } catch (IllegalArgumentException e) {
            throw new InvalidRoutesException(key, String.valueOf(e.getMessage()));
        }
    }
}
