package dev.durahook.workflows.policy;

import io.temporal.workflow.WorkflowThreadLocal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Holds the policy under which the workflow's thread is about to schedule an activity. */
final class PolicyInForce {

    private static final WorkflowThreadLocal<@Nullable RetryPolicy> CURRENT = new WorkflowThreadLocal<>();

    private PolicyInForce() {}

    static @Nullable RetryPolicy get() {
        return CURRENT.get();
    }

    static <R> R during(RetryPolicy policy, Supplier<R> call) {
        CURRENT.set(policy);
        try {
            return call.get();
        } finally {
            CURRENT.set(null);
        }
    }
}
