package dev.durahook.workflows.processing;

import dev.durahook.workflows.details.StepLine;
import dev.durahook.workflows.parking.ParkedStep;
import dev.durahook.workflows.policy.Policies;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.text.SummaryText;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ActivityFailure;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs the attempts of one step under one retry policy. The policy is read from the worker's configuration when the
 * attempts begin, unless it was read with the plan.
 */
final class Attempts {

    private final Step step;
    private final @Nullable String destination;
    private String policyName;
    private @Nullable RetryPolicy policy;

    /**
     * Attempts under a policy.
     *
     * @param destination the destination whose own policy applies instead; null if there is none
     */
    Attempts(Step step, String policyName, @Nullable String destination) {
        this.step = step;
        this.policyName = policyName;
        this.destination = destination;
    }

    /**
     * Runs the activity until it succeeds or the policy is exhausted.
     *
     * @param line the line of the current details that shows the step
     * @param begun what has been done for the step already
     * @throws ActivityFailure if the policy is exhausted or not declared
     */
    <R> R run(StepLine line, WorkBeforeScheduling begun, Function<ActivityOptions, R> activity) {
        RetryPolicy inForce = begun.policy() == null ? read() : begun.policy();
        policy = inForce;
        policyName = Objects.requireNonNullElse(inForce.name(), policyName);
        line.tries(policyName, inForce.describe());
        String summary = summary(inForce);
        if (begun.failure() != null) {
            return inForce.goOn(summary, begun.failure(), activity);
        }
        return begun.inline().test(inForce) ? inForce.runInline(summary, activity) : inForce.run(summary, activity);
    }

    private RetryPolicy read() {
        return destination == null ? Policies.named(policyName) : Policies.ofDestination(destination, policyName);
    }

    /** Whether no attempt was made, because the policy could not be read. */
    boolean haveNoPolicy() {
        return policy == null;
    }

    /** The parked step as an operator sees it after the attempts have failed. */
    ParkedStep parked(ActivityFailure failure) {
        return policy == null
                ? ParkedStep.of(step.key(), step.name(), failure)
                : ParkedStep.of(step.key(), step.name(), policyName, policy, failure);
    }

    // Temporal refuses a summary that is too long only when it schedules the activity, and again at every try.
    private String summary(RetryPolicy inForce) {
        String summary = step.name() + " · " + policyName + ": " + inForce.describe();
        return SummaryText.fits(summary) ? summary : step.name();
    }
}
