package dev.durahook.worker.inline;

import dev.durahook.workflows.attempt.FirstFailure;
import dev.durahook.workflows.attempt.NoAttempt;
import dev.durahook.workflows.policy.PacingHeader;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.routing.FirstAttempt;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlanActivities;
import dev.durahook.workflows.routing.PlannedStep;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the first attempt of a plan's only step right after the plan, in the same local activity: without an activity
 * task, and with one event in the history for both.
 */
final class PlanCalls extends ActivityInboundCallsInterceptorBase {

    private final Supplier<InlinePlaces> places;
    private final BegunAttempts<FirstAttempt> attempts;
    private @Nullable StepContext context;

    PlanCalls(
            ActivityInboundCallsInterceptor next, Supplier<InlinePlaces> places, BegunAttempts<FirstAttempt> attempts) {
        super(next);
        this.places = places;
        this.attempts = attempts;
    }

    @Override
    public void init(ActivityExecutionContext activity) {
        context = isPlan(activity.getInfo()) ? new StepContext(activity) : null;
        super.init(context == null ? activity : context);
    }

    private static boolean isPlan(ActivityInfo activity) {
        return activity.isLocal() && activity.getActivityType().equals(PlanActivities.PLAN);
    }

    @Override
    public ActivityOutput execute(ActivityInput input) {
        ActivityOutput output = super.execute(input);
        return context != null && output.getResult() instanceof Plan plan
                ? new ActivityOutput(begun(plan, context, input))
                : output;
    }

    private Plan begun(Plan plan, StepContext plans, ActivityInput input) {
        if (plan.steps().size() != 1) {
            return plan;
        }
        PlannedStep step = plan.steps().get(0);
        return plan.begun()
                .policyOf(step)
                .flatMap(policy ->
                        isFirst(plans, input) ? attempt(step, policy, plans, input) : begun(step, policy, plans))
                .map(attempt -> plan.with(plan.begun().with(attempt)))
                .orElse(plan);
    }

    // The workflow does not allow an attempt that may have been made already.
    private static boolean isFirst(StepContext plans, ActivityInput input) {
        return Boolean.TRUE.equals(input.getArguments()[3]) && plans.getInfo().getAttempt() == 1;
    }

    // The plan is asked for again while an attempt runs if the plan took too long, or if the workflow task was lost.
    private Optional<FirstAttempt> begun(PlannedStep step, RetryPolicy policy, StepContext plans) {
        try {
            return attempts.join(plans.getInfo())
                    .filter(attempt -> attempt.step().equals(step.key()));
        } catch (RuntimeException failure) {
            return none(failure);
        } catch (TimeoutException e) {
            return Optional.of(FirstAttempt.failed(step, FirstFailure.timedOut(policy.startToCloseTimeout())));
        }
    }

    private Optional<FirstAttempt> attempt(
            PlannedStep step, RetryPolicy policy, StepContext plans, ActivityInput input) {
        ActivityInfo info = plans.getInfo();
        return places.get().take(step, info.getActivityTaskQueue()).flatMap(place -> {
            try {
                plans.describe(place.activity(), place.taskQueue());
                return Optional.of(
                        attempts.make(info, policy.startToCloseTimeout(), () -> attempt(step, policy, input)));
            } catch (RuntimeException failure) {
                return none(failure);
            } finally {
                place.giveBack();
            }
        });
    }

    private static Optional<FirstAttempt> none(RuntimeException failure) {
        if (NoAttempt.isSaidBy(failure)) {
            return Optional.empty();
        }
        throw failure;
    }

    private FirstAttempt attempt(PlannedStep step, RetryPolicy policy, ActivityInput input) {
        long begin = System.nanoTime();
        Object[] arguments = {input.getArguments()[0], input.getArguments()[1], step, false};
        try {
            ActivityOutput output =
                    super.execute(new ActivityInput(PacingHeader.with(input.getHeader(), policy), arguments));
            return ((Plan) output.getResult()).begun().attemptOf(step).orElseThrow();
        } catch (RuntimeException | Error failure) {
            if (NoAttempt.isSaidBy(failure)) {
                throw (ApplicationFailure) failure;
            }
            return FirstAttempt.failed(step, failure(failure, Duration.ofNanos(System.nanoTime() - begin), policy));
        }
    }

    private static FirstFailure failure(Throwable failure, Duration took, RetryPolicy policy) {
        return took.compareTo(policy.startToCloseTimeout()) >= 0
                ? FirstFailure.timedOut(took)
                : FirstFailure.of(failure, took);
    }
}
