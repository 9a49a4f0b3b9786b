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
    private final Map<String, RunningStep> running = new ConcurrentHashMap<>();

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

    private record RunningStep(PlannedStep step, long overAt) {

        static RunningStep begin(PlannedStep step, Duration time) {
            return new RunningStep(step, System.nanoTime() + time.toNanos());
        }

        boolean isOverdue(PlannedStep planned) {
            return step.equals(planned) && System.nanoTime() - overAt >= 0;
        }
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
            if (plan.steps().size() != 1) {
                return plan;
            }
            PlannedStep step = plan.steps().get(0);
            return plan.begun()
                    .policyOf(step)
                    .flatMap(policy -> lost(step, policy, plans.getInfo())
                            .or(() -> isFirst(plans, input) ? attempt(step, policy, plans, input) : Optional.empty()))
                    .map(attempt -> plan.with(plan.begun().with(attempt)))
                    .orElse(plan);
        }

        // The workflow does not allow an attempt that may have been made already.
        private boolean isFirst(StepContext plans, ActivityInput input) {
            return Boolean.TRUE.equals(input.getArguments()[3])
                    && plans.getInfo().getAttempt() == 1;
        }

        // The plan is asked for again while an attempt runs if the plan took too long, or if the workflow task was
        // lost.
        // If the attempt's time is over, it has ignored its interruption, and counts as an attempt that timed out.
        private Optional<FirstAttempt> lost(PlannedStep step, RetryPolicy policy, ActivityInfo plans) {
            return Optional.ofNullable(running.get(plans.getWorkflowRunId()))
                    .filter(attempt -> attempt.isOverdue(step))
                    .map(overdue -> FirstAttempt.failed(step, FirstFailure.timedOut(policy.startToCloseTimeout())));
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
            running.put(run, RunningStep.begin(step, policy.startToCloseTimeout()));
            try {
                return attempt(step, policy, input);
            } finally {
                place.giveBack();
                running.remove(run);
            }
        }

        private FirstAttempt attempt(PlannedStep step, RetryPolicy policy, ActivityInput input) {
            long begin = System.nanoTime();
            Object[] arguments = {input.getArguments()[0], input.getArguments()[1], step, false};
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
