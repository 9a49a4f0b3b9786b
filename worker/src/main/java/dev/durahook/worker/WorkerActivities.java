package dev.durahook.worker;

import dev.durahook.workflows.body.BodySource;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.handling.HandlerActivity;
import dev.durahook.workflows.parking.ParkingActivities;
import dev.durahook.workflows.policy.PolicyActivities;
import dev.durahook.workflows.processing.DefaultWorkflow;
import dev.durahook.workflows.routing.PlanActivities;
import io.temporal.worker.Worker;
import java.util.List;

/** What Durahook brings to each worker, beside the application's own workflows and activities. */
record WorkerActivities(
        PolicyActivities policies,
        PlanActivities plans,
        ParkingActivities parking,
        List<EventHandler> handlers,
        BodySource bodies) {

    // Each handler has a queue of its own. What comes to this one is a handler that the worker which scheduled it did
    // not
    // know, as while workers are replaced. Temporal allows a worker one dynamic activity. Where there is no handler,
    // the
    // application may have its own.
    void register(Worker worker) {
        worker.registerWorkflowImplementationTypes(DefaultWorkflow.class);
        worker.registerActivitiesImplementations(policies, plans, parking);
        if (!handlers.isEmpty()) {
            worker.registerActivitiesImplementations(new HandlerActivity(handlers, bodies));
        }
    }
}
