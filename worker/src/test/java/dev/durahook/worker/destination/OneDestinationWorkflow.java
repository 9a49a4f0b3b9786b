package dev.durahook.worker.destination;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationActivities;
import dev.durahook.workflows.destination.DestinationQueues;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The shortest way from an event to a destination's queue. */
public final class OneDestinationWorkflow implements OneDestination {

    @Override
    public String deliver(WebhookEvent event, @Nullable RawValue body, String destination) {
        ActivityOptions options = ActivityOptions.newBuilder()
                .setTaskQueue(DestinationQueues.of(destination))
                .setStartToCloseTimeout(Duration.ofMinutes(1))
                .setRetryOptions(RetryOptions.newBuilder()
                        .setInitialInterval(Duration.ofSeconds(1))
                        .setBackoffCoefficient(1)
                        .build())
                .build();
        return String.valueOf(Workflow.newActivityStub(DestinationActivities.class, options)
                .deliver(destination, event, body)
                .text());
    }
}
