package dev.durahook.workflows.routing;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.common.converter.RawValue;
import org.jspecify.annotations.Nullable;

/**
 * The activity by which a workflow asks the worker for the plan of an event. The history records the answer without the
 * arguments.
 */
@ActivityInterface
public interface PlanActivities {

    /** The activity type of {@link #plan} in Temporal. */
    String PLAN = "durahook.plan";

    /**
     * The plan for an event in the worker's current configuration, with the policies of its steps. If a step is given,
     * one attempt of that step instead.
     *
     * @param event the event
     * @param body the event's body, which conditions of routes may read, and with which a step may be tried
     * @param step the step to be tried once; null to make the plan. A workflow never gives a step: the worker does, if
     *     it has made the plan and has room for an attempt
     * @param mayTry whether a step may be tried together with the plan
     */
    @ActivityMethod(name = PLAN)
    Plan plan(WebhookEvent event, @Nullable RawValue body, @Nullable PlannedStep step, boolean mayTry);
}
