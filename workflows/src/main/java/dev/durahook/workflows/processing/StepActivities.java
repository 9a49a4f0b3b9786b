package dev.durahook.workflows.processing;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.body.BodyArgument;
import dev.durahook.workflows.routing.PlannedStep;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Workflow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Schedules the activity of a planned step. */
final class StepActivities {

    private final WebhookEvent event;
    private final @Nullable RawValue body;

    StepActivities(WebhookEvent event, RawValue body) {
        this.event = event;
        this.body = BodyArgument.of(body);
    }

    /** Runs it once, under the options, and returns what it reports. */
    Optional<String> run(PlannedStep step, ActivityOptions options) {
        return switch (step.kind()) {
            case HANDLER -> handle(step.name(), options);
            case DELIVERY -> new Delivery(step.name(), step.policy()).once(options, event, body);
        };
    }

    private Optional<String> handle(String handler, ActivityOptions options) {
        return Optional.ofNullable(
                Workflow.newUntypedActivityStub(options).execute(handler, String.class, event, body));
    }
}
