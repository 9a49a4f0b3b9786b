package dev.durahook.workflows.processing;

import dev.durahook.workflows.details.StepLine;
import dev.durahook.workflows.parking.ParkedStep;
import dev.durahook.workflows.policy.Policies;
import dev.durahook.workflows.policy.RetryPolicy;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ActivityFailure;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A step's attempts under one policy, as it is declared when they begin. */
final class Attempts {

    private final Step step;
    private final String policyName;
    private @Nullable RetryPolicy policy;

    Attempts(Step step, String policyName) {
        this.step = step;
        this.policyName = policyName;
    }

    /**
     * Makes them.
     *
     * @param line where it is told
     * @throws ActivityFailure if they are exhausted, or the policy is not declared
     */
    <R> R run(StepLine line, Function<ActivityOptions, R> activity) {
        RetryPolicy inForce = Policies.named(policyName);
        policy = inForce;
        line.tries(policyName, inForce.describe());
        return inForce.run(summary(inForce), activity);
    }

    /** Whether none was made, because the policy can't be had. */
    boolean haveNoPolicy() {
        return policy == null;
    }

    /** What an operator is told when they have failed. */
    ParkedStep parked(ActivityFailure failure) {
        return policy == null
                ? ParkedStep.of(step.key(), step.name(), failure)
                : ParkedStep.of(step.key(), step.name(), policyName, policy, failure);
    }

    // Temporal refuses a longer summary when the step is about to run, and again at every try.
    private String summary(RetryPolicy inForce) {
        String summary = step.name() + " · " + policyName + ": " + inForce.describe();
        return summary.getBytes(StandardCharsets.UTF_8).length <= Step.MAX_NAME_BYTES ? summary : step.name();
    }
}
