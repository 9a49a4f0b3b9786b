package dev.durahook.worker;

import dev.durahook.workflows.body.BodySource;
import dev.durahook.workflows.destination.InlineDestinationActivities;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.handling.HandlerActivity;
import dev.durahook.workflows.parking.ParkingActivities;
import dev.durahook.workflows.policy.PolicyActivities;
import dev.durahook.workflows.processing.DefaultWorkflow;
import dev.durahook.workflows.routing.PlanActivities;
import io.temporal.worker.Worker;
import java.util.List;

/** Durahook's own workflow and activities. Each worker has them beside the application's workflows and activities. */
record WorkerActivities(
        PolicyActivities policies,
        PlanActivities plans,
        ParkingActivities parking,
        InlineDestinationActivities destinations,
        List<EventHandler> handlers,
        BodySource bodies) {

    // Each handler has a queue of its own. A handler activity comes to this queue only if the worker that scheduled it
    // did not know the handler, for example while workers are being replaced. Temporal allows a worker one dynamic
    // activity. If there is no handler, that place is left to the application.
    void register(Worker worker) {
        worker.registerWorkflowImplementationTypes(DefaultWorkflow.class);
        worker.registerActivitiesImplementations(policies, plans, parking, destinations);
        if (!handlers.isEmpty()) {
            worker.registerActivitiesImplementations(new HandlerActivity(handlers, bodies));
        }
    }
}
