package dev.durahook.worker.inline;

import dev.durahook.workflows.attempt.InlineAttemptHeader;
import dev.durahook.workflows.attempt.NoAttempt;
import dev.durahook.workflows.attempt.RecordedArgumentsHeader;
import dev.durahook.workflows.routing.PlanActivities;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.failure.TimeoutFailure;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the first attempt of a step that calls its own local activity: a step of a plan with several steps, or of an
 * author's workflow. Without a free place, no attempt is made, and the workflow schedules the activity. The result of every
 * local activity must be one that Temporal takes.
 */
final class StepCalls extends ActivityInboundCallsInterceptorBase {

    private final Supplier<InlinePlaces> places;
    private final BegunAttempts<ActivityOutput> attempts;
    private final AcceptableResult results;
    private @Nullable StepContext context;

    StepCalls(
            ActivityInboundCallsInterceptor next,
            Supplier<InlinePlaces> places,
            BegunAttempts<ActivityOutput> attempts,
            AcceptableResult results) {
        super(next);
        this.places = places;
        this.attempts = attempts;
        this.results = results;
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
                        .orElseGet(() -> made(input, local));
    }

    private ActivityOutput attempt(ActivityInput input, StepContext step, boolean allowed) {
        ActivityInfo info = step.getInfo();
        if (!allowed) {
            return joined(info).orElseThrow(() -> NoAttempt.because("this is not the first workflow task"));
        }
        InlinePlace place = places.get()
                .take(InlineActivity.of(info.getActivityType(), input.getArguments()), info.getActivityTaskQueue())
                .orElseThrow(() -> NoAttempt.because("no slot was free"));
        try {
            step.describe(place.activity(), place.taskQueue());
            return attempts.make(info, info.getStartToCloseTimeout(), () -> made(input, step));
        } finally {
            place.giveBack();
        }
    }

    private ActivityOutput made(ActivityInput input, StepContext step) {
        return results.of(super.execute(input), step, RecordedArgumentsHeader.in(input.getHeader()));
    }

    // The SDK measures the time of this activity from now, not from the beginning of the attempt.
    private Optional<ActivityOutput> joined(ActivityInfo info) {
        try {
            return attempts.join(info);
        } catch (TimeoutException e) {
            throw new TimeoutFailure(
                    "the attempt began in an earlier workflow task", null, TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE);
        }
    }
}
