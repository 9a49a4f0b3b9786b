package dev.durahook.workflows.routing;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Where a workflow asks the worker what is to be done with an event. The answer is recorded in the history. */
@ActivityInterface
public interface PlanActivities {

    /** The plan for an event type, as the worker is configured now. */
    @ActivityMethod(name = "durahook.plan")
    Plan plan(String eventType);
}
