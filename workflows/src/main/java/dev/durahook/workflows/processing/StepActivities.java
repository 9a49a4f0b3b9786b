package dev.durahook.workflows.processing;

import dev.durahook.workflows.TaskPriority;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.body.BodyArgument;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlannedStep;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.workflow.ActivityStub;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Schedules the activity of a planned step: sending the event to a destination, or running a handler. */
final class StepActivities {

    // Scheduling again writes six entries into the history. A backlog of a day makes some 150 of them.
    private static final Duration SCHEDULED_AGAIN_AFTER = Duration.ofHours(1);

    private final WebhookEvent event;
    private final @Nullable RawValue body;
    private final RemoteActivities remote;

    StepActivities(WebhookEvent event, RawValue body, Plan plan) {
        this.event = event;
        this.body = BodyArgument.of(body);
        this.remote = new RemoteActivities(event, body, plan);
    }

    /** Runs the step's activity with these options and returns its result. */
    Optional<String> run(PlannedStep step, ActivityOptions options) {
        ActivityOptions ofStep = prioritised(step, options);
        return switch (step.kind()) {
            case HANDLER -> handle(step.name(), ofStep);
            case DELIVERY -> deliver(step, ofStep);
        };
    }

    private Optional<String> deliver(PlannedStep step, ActivityOptions options) {
        return step.activity() == null
                ? new DestinationStep(step.name(), step.policy()).once(options, event, body)
                : remote.run(step.activity(), options);
    }

    // Without options of its own, an activity has the priority of its workflow.
    private static ActivityOptions prioritised(PlannedStep step, ActivityOptions options) {
        return Optional.ofNullable(step.priority())
                .flatMap(TaskPriority::temporal)
                .map(priority -> ActivityOptions.newBuilder(options)
                        .setPriority(priority)
                        .build())
                .orElse(options);
    }

    private Optional<String> handle(String handler, ActivityOptions options) {
        ActivityStub activity = Workflow.newUntypedActivityStub(scheduledAgainHourly(options));
        while (true) {
            try {
                return StepResult.ofHandler(activity.execute(handler, RawValue.class, event, body));
            } catch (ActivityFailure failure) {
                if (!hasNotBegun(failure)) {
                    throw failure;
                }
            }
        }
    }

    // The worker sends an attempt to the handler's own task queue. After a deploy without the handler, no worker polls
    // that queue. If the activity is scheduled again, a worker that does not know the handler takes it, and the attempt
    // fails with that reason.
    private static ActivityOptions scheduledAgainHourly(ActivityOptions options) {
        return options.getScheduleToCloseTimeout() == null
                ? ActivityOptions.newBuilder(options)
                        .setScheduleToStartTimeout(SCHEDULED_AGAIN_AFTER)
                        .build()
                : options;
    }

    private static boolean hasNotBegun(ActivityFailure failure) {
        return failure.getCause() instanceof TimeoutFailure timeout
                && timeout.getTimeoutType() == TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START;
    }
}
