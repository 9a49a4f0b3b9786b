package dev.durahook.workflows.processing;

import dev.durahook.workflows.parking.ParkedStep;
import dev.durahook.workflows.parking.Parking;
import dev.durahook.workflows.policy.Policies;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlanActivities;
import dev.durahook.workflows.routing.StepKey;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the worker what is to be done with an event. If that is nothing, and such events are parked, it waits in sight and
 * asks again on {@code retry}: by then somebody may have declared a route.
 */
final class Planning {

    private final String eventType;
    private @Nullable ParkedStep parked;

    Planning(String eventType, List<ParkedStep> parked) {
        this.eventType = eventType;
        this.parked = parked.isEmpty() ? null : parked.get(0);
    }

    /** The plan; nothing if the history is so long that a new run has to wait on. */
    Optional<Plan> plan() {
        while (true) {
            if (parked != null && !Parking.ofWorkflow().isRetriedInThisRun(parked)) {
                return Optional.empty();
            }
            Plan plan = Workflow.newLocalActivityStub(PlanActivities.class, Policies.localOptions())
                    .plan(eventType);
            if (!plan.steps().isEmpty() || !plan.parkUnhandled()) {
                return Optional.of(plan);
            }
            parked = ParkedStep.of(StepKey.FIND_ROUTE, "Find a route or a handler", Outcome.nobodyTakes(eventType));
        }
    }

    /** What a new run has to know. */
    Progress progress() {
        return Progress.unplanned(parked == null ? List.of() : List.of(parked));
    }
}
