package dev.durahook.workflows.policy;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import org.jspecify.annotations.Nullable;

/**
 * The activities by which a workflow asks the worker for its configuration. The history records the answer, so the
 * configuration may change while workflows run, and no workflow becomes non-deterministic.
 */
@ActivityInterface
public interface PolicyActivities {

    /** The activity type of {@link #policy} in Temporal. */
    String POLICY = "durahook.policy";

    /** The type of the failure if the worker knows no policy of the name. */
    String UNKNOWN_POLICY = "UnknownPolicy";

    /**
     * The policy of this name in the worker's current configuration.
     *
     * @param name the policy's name
     * @param destination a destination under whose own policy its events are sent, if the worker knows the
     *     destination; the answer then has the name of that policy. Null for a step that names its policy
     * @throws io.temporal.failure.ApplicationFailure of the type {@link #UNKNOWN_POLICY} if the worker knows no such
     *     policy; the failure is not retryable, so that the event is parked until the policy is declared
     */
    @ActivityMethod(name = POLICY)
    RetryPolicy policy(String name, @Nullable String destination);
}
