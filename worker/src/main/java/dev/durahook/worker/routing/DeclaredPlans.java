package dev.durahook.worker.routing;

import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlanActivities;
import dev.durahook.workflows.routing.PlannedStep;
import dev.durahook.workflows.routing.Routes;
import java.util.List;

/** Tells a workflow which routes and handlers are declared for its event. */
final class DeclaredPlans implements PlanActivities {

    private final Routes routes;
    private final RoutingProperties.Unhandled unhandled;
    private final UnhandledEvents counted;

    DeclaredPlans(Routes routes, RoutingProperties.Unhandled unhandled, UnhandledEvents counted) {
        this.routes = routes;
        this.unhandled = unhandled;
        this.counted = counted;
    }

    @Override
    public Plan plan(String eventType) {
        List<PlannedStep> steps = routes.stepsFor(eventType);
        if (steps.isEmpty()) {
            counted.add(eventType);
        }
        return new Plan(steps, unhandled == RoutingProperties.Unhandled.PARK);
    }
}
