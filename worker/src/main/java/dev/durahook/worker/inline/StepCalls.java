package dev.durahook.worker.inline;

import dev.durahook.workflows.attempt.InlineAttemptHeader;
import dev.durahook.workflows.attempt.NoAttempt;
import dev.durahook.workflows.routing.PlanActivities;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the first attempt of a step that calls its own local activity: a step of a plan with several steps, or of an
 * author's workflow. Without a free place, no attempt is made, and the workflow schedules the activity.
 */
final class StepCalls extends ActivityInboundCallsInterceptorBase {

    private final Supplier<InlinePlaces> places;
    private @Nullable StepContext context;

    StepCalls(ActivityInboundCallsInterceptor next, Supplier<InlinePlaces> places) {
        super(next);
        this.places = places;
    }

    @Override
    public void init(ActivityExecutionContext activity) {
        ActivityInfo info = activity.getInfo();
        context = info.isLocal() && !info.getActivityType().equals(PlanActivities.PLAN)
                ? new StepContext(activity)
                : null;
        super.init(context == null ? activity : context);
    }

    @Override
    public ActivityOutput execute(ActivityInput input) {
        StepContext local = context;
        return local == null
                ? super.execute(input)
                : InlineAttemptHeader.in(input.getHeader())
                        .map(allowed -> attempt(input, local, allowed))
                        .orElseGet(() -> super.execute(input));
    }

    private ActivityOutput attempt(ActivityInput input, StepContext step, boolean allowed) {
        if (!allowed) {
            throw NoAttempt.because("the workflow task before was lost");
        }
        ActivityInfo info = step.getInfo();
        InlinePlace place = places.get()
                .take(InlineActivity.of(info.getActivityType(), input.getArguments()), info.getActivityTaskQueue())
                .orElseThrow(() -> NoAttempt.because("there was no free place"));
        try {
            step.describe(place.activity(), place.taskQueue());
            return super.execute(input);
        } finally {
            place.giveBack();
        }
    }
}
