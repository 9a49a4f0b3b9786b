package dev.durahook.workflows.processing;

import dev.durahook.workflows.attempt.FirstFailure;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.routing.FirstAttempt;
import dev.durahook.workflows.routing.PlannedStep;
import dev.durahook.workflows.routing.WorkWithPlan;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The work that was done for a step before its activity is scheduled.
 *
 * @param policy the step's policy if it was read; otherwise null
 * @param failure why the first attempt has failed; null if none was made
 * @param inline whether the first attempt may still be made inside the workflow task, under a policy that allows it
 */
record WorkBeforeScheduling(
        @Nullable RetryPolicy policy, @Nullable FirstFailure failure, Predicate<RetryPolicy> inline) {

    /** Nothing has been done. */
    static final WorkBeforeScheduling NOTHING = new WorkBeforeScheduling(null, null, policy -> true);

    /**
     * Nothing has been done for a {@link DestinationStep}. The recorded policy says whether the worker that began the
     * step made its first attempt inside the workflow task.
     */
    static final WorkBeforeScheduling DESTINATION =
            new WorkBeforeScheduling(null, null, RetryPolicy::inlineDestinationStep);

    /** All attempts are made by the scheduled activity. */
    static final WorkBeforeScheduling SCHEDULED = new WorkBeforeScheduling(null, null, policy -> false);

    static WorkBeforeScheduling of(PlannedStep step, WorkWithPlan beginning) {
        boolean isInline = beginning.isInline(step);
        return new WorkBeforeScheduling(
                beginning.policyOf(step).orElse(null),
                beginning.attemptOf(step).flatMap(FirstAttempt::failed).orElse(null),
                policy -> isInline);
    }
}
