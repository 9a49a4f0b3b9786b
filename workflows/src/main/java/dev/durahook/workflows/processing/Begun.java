package dev.durahook.workflows.processing;

import dev.durahook.workflows.attempt.FirstFailure;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.routing.Beginning;
import dev.durahook.workflows.routing.FirstAttempt;
import dev.durahook.workflows.routing.PlannedStep;
import org.jspecify.annotations.Nullable;

/**
 * What has been done for a step before its activity is scheduled.
 *
 * @param policy the step's policy if it was read; otherwise null
 * @param failure why the first attempt has failed; null if none was made
 * @param inline whether the first attempt may still be made inside the workflow task
 */
record Begun(@Nullable RetryPolicy policy, @Nullable FirstFailure failure, boolean inline) {

    /** Nothing has been done. */
    static final Begun NOTHING = new Begun(null, null, true);

    /** All attempts are made by the scheduled activity. */
    static final Begun SCHEDULED = new Begun(null, null, false);

    static Begun of(PlannedStep step, Beginning beginning) {
        return new Begun(
                beginning.policyOf(step).orElse(null),
                beginning.attemptOf(step).flatMap(FirstAttempt::failed).orElse(null),
                beginning.isInline(step));
    }
}
