package dev.durahook.workflows.destination;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.common.converter.RawValue;
import org.jspecify.annotations.Nullable;

/**
 * Sends an event to a destination inside the workflow task. The activity has a type of its own, because the workflow's
 * worker has it, and an application may have an activity named {@value DestinationActivities#DELIVER}.
 */
@ActivityInterface
public interface InlineDestinationActivities {

    /** The activity type of {@link #deliver} in Temporal. */
    String DELIVER = "durahook.deliver";

    /** As {@link DestinationActivities#deliver}. */
    @ActivityMethod(name = DELIVER)
    DestinationReceipt deliver(String destination, WebhookEvent event, @Nullable RawValue body);
}
