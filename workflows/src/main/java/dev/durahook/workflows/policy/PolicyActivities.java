package dev.durahook.workflows.policy;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * Where a workflow asks the worker for what is configured. The answer is recorded in the history: configuration may
 * change while workflows run, and none of them becomes non-deterministic.
 */
@ActivityInterface
public interface PolicyActivities {

    /** The temporal name of {@link #policy}. */
    String POLICY = "durahook.policy";

    /**
     * The policy of this name, as the worker is configured now.
     *
     * @throws io.temporal.failure.ApplicationFailure if the worker knows no such policy; not retryable, so that the event
     *     is parked in sight until somebody declares it
     */
    @ActivityMethod(name = POLICY)
    RetryPolicy policy(String name);
}
