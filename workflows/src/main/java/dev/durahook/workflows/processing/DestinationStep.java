package dev.durahook.workflows.processing;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationActivities;
import dev.durahook.workflows.destination.DestinationQueues;
import dev.durahook.workflows.routing.PlannedStep;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.ActivityStub;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends an event to a declared destination, as a step of a workflow.
 *
 * <pre>{@code
 * DestinationStep.to("crm").send(event);
 * }</pre>
 *
 * @param destination the destination's name under {@code durahook.destinations}
 * @param policy the policy's name under {@code durahook.policies}; null for the policy that the destination declares
 */
public record DestinationStep(String destination, @Nullable String policy) {

    // A destination has a task queue of its own. If a destination is removed from the configuration of every worker, no
    // worker polls its task queue, and an event whose plan still has this destination would wait there unseen. The
    // limit is longer than any backlog that a rate limit should make.
    static final Duration LONGEST_WAIT_FOR_A_WORKER = Duration.ofDays(1);

    /** A step under the policy that the destination declares when the attempts begin. */
    public static DestinationStep to(String destination) {
        return new DestinationStep(destination, null);
    }

    /** The same step under another policy. */
    public DestinationStep under(String policy) {
        return new DestinationStep(destination, policy);
    }

    /**
     * Sends the body of the workflow's event, exactly as it was received, until the destination accepts it. If the
     * policy is exhausted, the event is parked, as for any {@link Step}. Only for workflow code. If the policy allows it,
     * the first attempt is made inside the first workflow task.
     *
     * <p>In a child workflow, this is the body of the parent's event, and no argument of the child. If Temporal has deleted
     * the parent, because its retention is over, the step is parked. If a workflow continues as new, its first two arguments
     * must be the event and the body again.
     *
     * @return the destination's answer in a sentence
     */
    public Optional<String> send(WebhookEvent event) {
        String named = policy == null ? Step.DEFAULT_POLICY : policy;
        return Step.of(new PlannedStep(PlannedStep.Kind.DELIVERY, destination, named))
                .resume(
                        Optional.empty(),
                        WorkBeforeScheduling.DESTINATION,
                        policy == null ? destination : null,
                        options -> once(options, event, null));
    }

    /** Runs the destination's activity with these options. If the body is null, the activity reads the stored body. */
    Optional<String> once(ActivityOptions options, WebhookEvent event, @Nullable RawValue body) {
        ActivityStub activity = Workflow.newUntypedActivityStub(onQueueOfDestination(options));
        return StepResult.ofDestination(
                activity.execute(DestinationActivities.DELIVER, RawValue.class, destination, event, body));
    }

    // Attempts to send an event send no heartbeats, and end by their own time-outs. With a heartbeat time-out,
    // Temporal would count an attempt as lost while the destination is still answering, and the event would be sent
    // again.
    private ActivityOptions onQueueOfDestination(ActivityOptions options) {
        return ActivityOptions.newBuilder(options)
                .setTaskQueue(DestinationQueues.of(destination))
                .setScheduleToStartTimeout(LONGEST_WAIT_FOR_A_WORKER)
                .setHeartbeatTimeout(null)
                .build();
    }
}
