package dev.durahook.worker.inline;

import dev.durahook.workflows.policy.FirstFailure;
import dev.durahook.workflows.policy.PacingHeader;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.routing.FirstAttempt;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlanActivities;
import dev.durahook.workflows.routing.PlannedStep;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the first attempt of a plan's only step right after the plan, in the same local activity: inside the workflow
 * task that made the plan, without an activity task, and with one event in the history for both. The attempt passes all
 * interceptors, as an attempt of a scheduled activity does. If the attempt fails, the workflow schedules the activity
 * for the further attempts.
 *
 * <p>Must be the outermost interceptor of activities.
 */
final class InlineAttempts extends WorkerInterceptorBase {

    private final Supplier<InlinePlaces> places;
    private final Supplier<DataConverter> converter;

    // The attempts that run, by the run of their workflow.
    private final Map<String, PlannedStep> running = new ConcurrentHashMap<>();

    /**
     * Asks for the places and the client's data converter only when an activity runs, because they are known only after
     * the workers exist.
     */
    InlineAttempts(Supplier<InlinePlaces> places, Supplier<DataConverter> converter) {
        this.places = places;
        this.converter = converter;
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new ReportedAttempt(new PlanningCalls(next), converter.get());
    }

    private static boolean isPlan(ActivityInfo activity) {
        return activity.isLocal() && activity.getActivityType().equals(PlanActivities.PLAN);
    }

    private final class PlanningCalls extends ActivityInboundCallsInterceptorBase {

        private @Nullable StepContext context;

        PlanningCalls(ActivityInboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public void init(ActivityExecutionContext activity) {
            context = isPlan(activity.getInfo()) ? new StepContext(activity) : null;
            super.init(context == null ? activity : context);
        }

        @Override
        public ActivityOutput execute(ActivityInput input) {
            ActivityOutput output = super.execute(input);
            return context != null && output.getResult() instanceof Plan plan
                    ? new ActivityOutput(begun(plan, context, input))
                    : output;
        }

        private Plan begun(Plan plan, StepContext plans, ActivityInput input) {
            if (plan.steps().size() != 1 || input.getArguments()[1] == null) {
                return plan;
            }
            PlannedStep step = plan.steps().get(0);
            return plan.begun()
                    .policyOf(step)
                    .flatMap(policy -> plans.getInfo().getAttempt() > 1
                            ? lost(step, policy, plans.getInfo())
                            : attempt(step, policy, plans, input))
                    .map(attempt -> plan.with(plan.begun().with(attempt)))
                    .orElse(plan);
        }

        // If the plan took too long, the SDK asks for it again. Then the attempt has ignored its interruption and still
        // runs.
        private Optional<FirstAttempt> lost(PlannedStep step, RetryPolicy policy, ActivityInfo plans) {
            return step.equals(running.get(plans.getWorkflowRunId()))
                    ? Optional.of(FirstAttempt.failed(step, FirstFailure.timedOut(policy.startToCloseTimeout())))
                    : Optional.empty();
        }

        private Optional<FirstAttempt> attempt(
                PlannedStep step, RetryPolicy policy, StepContext plans, ActivityInput input) {
            String workflows = plans.getInfo().getActivityTaskQueue();
            return places.get().take(step, workflows).map(place -> {
                plans.describe(place.activity(), place.taskQueue());
                return attempt(step, policy, input, place, plans.getInfo().getWorkflowRunId());
            });
        }

        private FirstAttempt attempt(
                PlannedStep step, RetryPolicy policy, ActivityInput input, InlinePlace place, String run) {
            running.put(run, step);
            try {
                return attempt(step, policy, input);
            } finally {
                place.giveBack();
                running.remove(run);
            }
        }

        private FirstAttempt attempt(PlannedStep step, RetryPolicy policy, ActivityInput input) {
            long begin = System.nanoTime();
            Object[] arguments = {input.getArguments()[0], input.getArguments()[1], step};
            try {
                ActivityOutput output =
                        super.execute(new ActivityInput(PacingHeader.with(input.getHeader(), policy), arguments));
                return ((Plan) output.getResult()).begun().attemptOf(step).orElseThrow();
            } catch (RuntimeException | Error failure) {
                Duration took = Duration.ofNanos(System.nanoTime() - begin);
                boolean isLate = took.compareTo(policy.startToCloseTimeout()) >= 0;
                return FirstAttempt.failed(step, isLate ? FirstFailure.timedOut(took) : FirstFailure.of(failure, took));
            }
        }
    }
}
