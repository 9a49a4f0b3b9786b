package dev.durahook.workflows.destination;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.common.converter.RawValue;
import org.jspecify.annotations.Nullable;

/** Sends events to the destinations of the worker's configuration, on task queues of {@link DestinationQueues}. */
@ActivityInterface
public interface DestinationActivities {

    /** The activity type of {@link #deliver} in Temporal. */
    String DELIVER = "deliver";

    /**
     * Sends the event's exact body to a destination, once. A failed attempt may have had its effect; the destination
     * recognises a repeated attempt by the idempotency key, which is the event's ID.
     *
     * @param destination the destination's name under {@code durahook.destinations}
     * @param event the event that is sent
     * @param body the event's body; null if it is too large for an argument, in which case it is read from {@link
     *     dev.durahook.workflows.body.BodySource}
     * @throws io.temporal.failure.ApplicationFailure of a type that {@link DestinationFailure} lists
     */
    @ActivityMethod(name = DELIVER)
    DestinationReceipt deliver(String destination, WebhookEvent event, @Nullable RawValue body);
}
