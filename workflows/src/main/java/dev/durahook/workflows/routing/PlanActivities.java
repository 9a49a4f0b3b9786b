package dev.durahook.workflows.routing;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The activity by which a workflow asks the worker for the plan of an event. The history records the answer. */
@ActivityInterface
public interface PlanActivities {

    /** The plan for an event type in the worker's current configuration. */
    @ActivityMethod(name = "durahook.plan")
    Plan plan(String eventType);
}
