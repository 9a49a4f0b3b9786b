package dev.durahook.examples.classic;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A user was created. The name of the method is the event type; nothing else connects it to the receiver. */
@WorkflowInterface
public interface UserCreated {

    /**
     * Processes the event.
     *
     * @param payload the body, as {@code {"event": "user_created", "data": ...}}
     */
    @WorkflowMethod(name = "webhook.user_created")
    String process(WebhookEvent event, WebhookPayload payload);
}
