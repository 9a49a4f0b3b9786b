package dev.durahook.workflows.delivery;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.common.converter.RawValue;
import org.jspecify.annotations.Nullable;

/** Delivers events to the destinations of the worker's configuration, on the task queue of {@link DestinationQueues}. */
@ActivityInterface
public interface DeliveryActivities {

    /** The temporal name of {@link #deliver}. */
    String DELIVER = "deliver";

    /**
     * Posts the event's exact body to a destination, once. An attempt that has failed may have had its effect; the
     * destination tells it by the idempotency key, which is the event's id.
     *
     * @param destination its name under {@code durahook.destinations}
     * @param event what is delivered
     * @param body the event's body; null where it is too large for an argument, and read from {@link dev.durahook.workflows.body.BodySource}
     * @throws io.temporal.failure.ApplicationFailure of a type that {@link DeliveryFailure} lists
     */
    @ActivityMethod(name = DELIVER)
    DeliveryReceipt deliver(String destination, WebhookEvent event, @Nullable RawValue body);
}
