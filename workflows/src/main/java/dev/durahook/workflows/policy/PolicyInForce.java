package dev.durahook.workflows.policy;

import dev.durahook.workflows.attempt.FirstFailure;
import io.temporal.workflow.WorkflowThreadLocal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The policy under which the workflow's thread is about to schedule an activity.
 *
 * @param policy the policy
 * @param firstFailure why the first attempt failed, if it was made before the activity is scheduled
 * @param inline whether the first attempt may be made inside the workflow task
 */
record PolicyInForce(RetryPolicy policy, @Nullable FirstFailure firstFailure, boolean inline) {

    private static final WorkflowThreadLocal<@Nullable PolicyInForce> CURRENT = new WorkflowThreadLocal<>();

    static @Nullable PolicyInForce get() {
        return CURRENT.get();
    }

    <R> R during(Supplier<R> call) {
        CURRENT.set(this);
        try {
            return call.get();
        } finally {
            CURRENT.set(null);
        }
    }
}
