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
     * The plan for an event's type in the worker's current configuration, with the policies of its steps. If a step is
     * given, one attempt of that step instead.
     *
     * @param event the event
     * @param body the event's body if a step may be tried now; null if the workflow only asks for the plan
     * @param step the step to be tried once; null to make the plan. A workflow never gives a step: the worker does, if
     *     it has made the plan and has room for an attempt
     */
    @ActivityMethod(name = PLAN)
    Plan plan(WebhookEvent event, @Nullable RawValue body, @Nullable PlannedStep step);
}
