package dev.durahook.workflows.processing;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.attempt.FirstTask;
import dev.durahook.workflows.parking.ParkedStep;
import dev.durahook.workflows.parking.Parking;
import dev.durahook.workflows.policy.Policies;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlanActivities;
import dev.durahook.workflows.routing.StepKey;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the worker for the plan of an event. If the plan has no steps and the configuration parks such events, the event
 * is parked, and the worker is asked again on {@code retry}, because a route may have been declared by then.
 */
final class Planning {

    private final WebhookEvent event;
    private final RawValue body;
    private @Nullable ParkedStep parked;

    Planning(WebhookEvent event, RawValue body, List<ParkedStep> parked) {
        this.event = event;
        this.body = body;
        this.parked = parked.isEmpty() ? null : parked.get(0);
    }

    /** The plan. Empty if the history is so long that a new run has to go on waiting. */
    Optional<Plan> plan() {
        while (true) {
            if (parked != null && !Parking.ofWorkflow().isRetriedInThisRun(parked)) {
                return Optional.empty();
            }
            // The history does not record the arguments of this activity, so a replay may give others.
            Plan plan = Workflow.newLocalActivityStub(PlanActivities.class, Policies.planOptions())
                    .plan(event, body, null, FirstTask.allowsAttempt());
            if (!plan.steps().isEmpty() || !plan.parkUnhandled()) {
                return Optional.of(plan);
            }
            parked = ParkedStep.of(
                    StepKey.FIND_ROUTE, "Find a route or a handler", Outcome.nothingTakes(event.type(), plan.unmet()));
        }
    }

    /** The progress to pass to a new run. */
    EventProgress progress() {
        return EventProgress.unplanned(parked == null ? List.of() : List.of(parked));
    }
}
