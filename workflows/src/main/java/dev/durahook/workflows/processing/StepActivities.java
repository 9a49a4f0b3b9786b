package dev.durahook.workflows.processing;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.body.BodyArgument;
import dev.durahook.workflows.delivery.DeliveryActivities;
import dev.durahook.workflows.delivery.DeliveryReceipt;
import dev.durahook.workflows.delivery.DestinationQueues;
import dev.durahook.workflows.routing.PlannedStep;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Schedules the activity of a planned step. */
final class StepActivities {

    // A destination has a task queue of its own. Once it is removed from every worker's configuration nobody works on
    // that queue, and an event that still has it in its plan would wait there unseen. Longer than any backlog that a
    // limited rate should make.
    private static final Duration LONGEST_WAIT_FOR_A_WORKER = Duration.ofDays(1);

    private final WebhookEvent event;
    private final @Nullable RawValue body;

    StepActivities(WebhookEvent event, RawValue body) {
        this.event = event;
        this.body = BodyArgument.of(body);
    }

    /** Runs it once, under the options, and returns what it reports. */
    @Nullable
    String run(PlannedStep step, ActivityOptions options) {
        return switch (step.kind()) {
            case HANDLER -> Workflow.newUntypedActivityStub(options).execute(step.name(), String.class, event, body);
            case DELIVERY -> deliver(step.name(), options);
        };
    }

    private @Nullable String deliver(String destination, ActivityOptions options) {
        DeliveryReceipt receipt = Workflow.newActivityStub(DeliveryActivities.class, onItsQueue(destination, options))
                .deliver(destination, event, body);
        return receipt.text();
    }

    private static ActivityOptions onItsQueue(String destination, ActivityOptions options) {
        return ActivityOptions.newBuilder(options)
                .setTaskQueue(DestinationQueues.of(destination))
                .setScheduleToStartTimeout(LONGEST_WAIT_FOR_A_WORKER)
                .build();
    }
}
