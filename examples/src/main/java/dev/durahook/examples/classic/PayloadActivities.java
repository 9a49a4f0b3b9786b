package dev.durahook.examples.classic;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The classic template's work, as an activity. */
@ActivityInterface
public interface PayloadActivities {

    /**
     * Does the critical work for a payload, once for each event.
     *
     * @return what was done, shown as the workflow's result
     * @throws io.temporal.failure.ApplicationFailure of the type {@code ProcessingError} if the data is {@code "error"}
     */
    @ActivityMethod(name = "process_webhook_payload")
    String processWebhookPayload(WebhookPayload payload, String eventId);
}
