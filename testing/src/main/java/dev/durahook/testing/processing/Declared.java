package dev.durahook.testing.processing;

import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.parking.ParkingActivities;
import dev.durahook.workflows.policy.PolicyActivities;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.routing.EventPattern;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlanActivities;
import dev.durahook.workflows.routing.RoutedHandler;
import dev.durahook.workflows.routing.Routes;
import io.temporal.failure.ApplicationFailure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a worker's configuration would say. */
final class Declared implements PolicyActivities, ParkingActivities, PlanActivities {

    private final Map<String, RetryPolicy> policies =
            new ConcurrentHashMap<>(Map.of("default", TestPolicy.shipped().declared()));
    private final Routes routes;

    Declared(Collection<EventHandler> handlers) {
        routes = new Routes(List.of(), handlers.stream().map(Declared::routed).toList(), Set.of());
    }

    void declare(String name, TestPolicy policy) {
        policies.put(name, policy.declared());
    }

    @Override
    public RetryPolicy policy(String name) {
        RetryPolicy policy = policies.get(name);
        if (policy == null) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "The test has no policy '" + name + "': declare it with under(\"" + name + "\", ...)",
                    "UnknownPolicy");
        }
        return policy;
    }

    @Override
    public boolean statusAttributeRegistered() {
        return true;
    }

    @Override
    public Plan plan(String eventType) {
        return new Plan(routes.stepsFor(eventType), false);
    }

    private static RoutedHandler routed(EventHandler handler) {
        return new RoutedHandler(
                handler.name(),
                handler.eventTypes().stream().map(EventPattern::new).toList(),
                handler.policy());
    }
}
