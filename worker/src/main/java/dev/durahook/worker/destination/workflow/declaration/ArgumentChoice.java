package dev.durahook.worker.destination.workflow.declaration;

import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;

/** The values of the key {@code argument}. */
public enum ArgumentChoice {
    /** The event and its body, as the workflow of an event gets them. */
    EVENT_AND_BODY,
    /** The body alone. */
    BODY;

    /** Returns the arguments that the workflow gets. */
    public Object[] of(WebhookEvent event, byte[] body) {
        return switch (this) {
            case EVENT_AND_BODY -> new Object[] {event, EventBody.of(body)};
            case BODY -> new Object[] {EventBody.of(body)};
        };
    }
}
