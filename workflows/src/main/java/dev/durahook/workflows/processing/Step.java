package dev.durahook.workflows.processing;

import dev.durahook.workflows.parking.ParkedStep;
import dev.durahook.workflows.parking.Parking;
import dev.durahook.workflows.routing.PlannedStep;
import dev.durahook.workflows.text.SummaryText;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One activity of a workflow under a declared policy. If the policy is exhausted, or the activity fails with a failure
 * that is not retryable, the event is parked. On {@code retry} the step runs again under the policy as it is declared
 * at that time.
 *
 * <pre>{@code
 * Step.named("Charge the card").under("payments").run(options ->
 *     Workflow.newActivityStub(PaymentActivities.class, options).charge(event.id(), body));
 * }</pre>
 *
 * @param name what the step does, as the Web UI shows it beside the activity; cut off after about 200 bytes, since Temporal
 *     limits such texts. It must not contain data of a sender, since the Web UI renders it
 * @param policy the policy's name under {@code durahook.policies}
 * @param key the name by which signals refer to the step; the step's name if no key is given
 */
public record Step(String name, String policy, String key) {

    /** The policy of a step that does not name a policy. */
    public static final String DEFAULT_POLICY = "default";

    // A key must be easy to type into a signal.
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,200}");

    public Step {
        require(!name.isBlank(), "a step must have a name");
        // Temporal refuses a longer summary only when it schedules the activity, and again at every try.
        name = SummaryText.of(name);
        require(!policy.isBlank(), "a step must name a policy: " + name);
    }

    /** A step whose key is its name. */
    public Step(String name, String policy) {
        this(name, policy, name);
    }

    /** A step under the policy {@value #DEFAULT_POLICY}. */
    public static Step named(String name) {
        return new Step(name, DEFAULT_POLICY);
    }

    static Step of(PlannedStep planned) {
        return new Step(planned.title(), planned.policy(), planned.key());
    }

    /** The same step under another policy. */
    public Step under(String policy) {
        return new Step(name, policy, key);
    }

    /**
     * The same step with a key of its own, such as {@code charge}. Signals refer to the step by this key, so that the
     * step's name in the Web UI may change. Never change the key while events are parked at the step.
     */
    public Step withKey(String key) {
        require(
                KEY.matcher(key).matches(),
                "a step's key must have 1 to 200 letters, digits, '.', '_', ':' and '-': " + key);
        return new Step(name, policy, key);
    }

    /** Runs the step until it succeeds, as {@link #call} does, for an activity without a result. */
    public void run(Consumer<ActivityOptions> activity) {
        call(options -> {
            activity.accept(options);
            return true;
        });
    }

    /**
     * Runs the step until it succeeds. Only for workflow code. If the policy allows it, the first attempt is made inside
     * the first workflow task.
     *
     * @param activity calls one activity with the options it is given
     * @throws ActivityFailure if the workflow is cancelled
     * @throws io.temporal.failure.ApplicationFailure of the type {@link Parking#DISCARDED} if the event is given up
     */
    public <R> R call(Function<ActivityOptions, R> activity) {
        return resume(Optional.empty(), WorkBeforeScheduling.NOTHING, activity);
    }

    /**
     * Runs the step. If an earlier run of the workflow has parked the step, waits for the decision first.
     *
     * @param begun what has been done for the step already; a retry by hand begins anew
     */
    <R> R resume(Optional<ParkedStep> parked, WorkBeforeScheduling begun, Function<ActivityOptions, R> activity) {
        return resume(parked, begun, null, activity);
    }

    /**
     * Runs the step as above, under the policy that a destination declares, unless a retry by hand names a policy.
     *
     * @param destination the destination; null for the step's policy
     */
    <R> R resume(
            Optional<ParkedStep> parked,
            WorkBeforeScheduling begun,
            @Nullable String destination,
            Function<ActivityOptions, R> activity) {
        StepReport report = new StepReport(name);
        try {
            R result = resume(report, parked, begun, destination, activity);
            report.end();
            return result;
        } catch (RuntimeException failure) {
            report.end();
            throw failure;
        }
    }

    private <R> R resume(
            StepReport report,
            Optional<ParkedStep> parked,
            WorkBeforeScheduling begun,
            @Nullable String destination,
            Function<ActivityOptions, R> activity) {
        ParkedStep last = parked.orElse(null);
        String signalled = last == null ? null : report.untilRetried(last);
        WorkBeforeScheduling first = last == null ? begun : WorkBeforeScheduling.SCHEDULED;
        while (true) {
            Attempts attempts =
                    signalled == null ? new Attempts(this, policy, destination) : new Attempts(this, signalled, null);
            try {
                return report.done(attempts.run(report.line(), first, activity));
            } catch (ActivityFailure failure) {
                first = WorkBeforeScheduling.SCHEDULED;
                if (failure.getCause() instanceof CanceledFailure) {
                    throw report.cancelled(failure);
                }
                if (last != null && signalled != null && attempts.haveNoPolicy()) {
                    signalled = report.untilRetriedOtherwise(last, failure);
                } else {
                    last = attempts.parked(failure);
                    signalled = report.untilRetried(last);
                }
            }
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
