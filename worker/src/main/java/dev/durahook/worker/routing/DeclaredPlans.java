package dev.durahook.worker.routing;

import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlannedStep;
import dev.durahook.workflows.routing.Routes;
import java.util.List;

/** The plan for each event type, made from the declared routes and the handlers. */
public final class DeclaredPlans {

    private final Routes routes;
    private final RoutingProperties.Unhandled unhandled;
    private final UnhandledEvents counted;

    DeclaredPlans(Routes routes, RoutingProperties.Unhandled unhandled, UnhandledEvents counted) {
        this.routes = routes;
        this.unhandled = unhandled;
        this.counted = counted;
    }

    /** Returns the plan for an event type. Counts an event that nothing takes. */
    public Plan plan(String eventType) {
        List<PlannedStep> steps = routes.stepsFor(eventType);
        if (steps.isEmpty()) {
            counted.add(eventType);
        }
        return new Plan(steps, unhandled == RoutingProperties.Unhandled.PARK);
    }
}
