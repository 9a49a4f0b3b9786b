package dev.durahook.workflows.routing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.durahook.workflows.policy.RetryPolicy;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The work that a worker did together with a plan: it read the policies of the steps, and may have made the first
 * attempt of the only step. The history has all of this in one event, with the plan.
 *
 * @param policies the policies of the plan's steps by name, as they were declared then
 * @param attempt how the first attempt has ended; absent if the worker made none
 * @param inline the keys of the steps whose first attempts may be made inside the workflow task, each on its own
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record WorkWithPlan(
        Map<String, RetryPolicy> policies, @Nullable FirstAttempt attempt, Set<String> inline) {

    /** No policy was read and no attempt was made, as by an older worker. */
    public static final WorkWithPlan NONE = new WorkWithPlan(Map.of(), null, Set.of());

    public WorkWithPlan {
        policies = orEmpty(policies);
        inline = orEmpty(inline);
    }

    /** The same with a first attempt. */
    public WorkWithPlan with(FirstAttempt made) {
        return new WorkWithPlan(policies, made, inline);
    }

    /** The policy of a step, if it was read. */
    public Optional<RetryPolicy> policyOf(PlannedStep step) {
        return Optional.ofNullable(policies.get(step.policy()));
    }

    /** How the first attempt of a step has ended, if one was made. */
    public Optional<FirstAttempt> attemptOf(PlannedStep step) {
        return Optional.ofNullable(attempt).filter(made -> made.step().equals(step.key()));
    }

    /** Whether the first attempt of a step may be made inside the workflow task. */
    public boolean isInline(PlannedStep step) {
        return inline.contains(step.key());
    }

    private static Set<String> orEmpty(@Nullable Set<String> keys) {
        return keys == null ? Set.of() : Set.copyOf(keys);
    }

    private static Map<String, RetryPolicy> orEmpty(@Nullable Map<String, RetryPolicy> policies) {
        return policies == null ? Map.of() : Map.copyOf(policies);
    }
}
