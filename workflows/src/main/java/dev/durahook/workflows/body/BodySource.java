package dev.durahook.workflows.body;

import dev.durahook.workflows.WebhookEvent;

/** Reads a body that was not passed to the running activity, because it is too large or the workflow does not have it. */
@FunctionalInterface
public interface BodySource {

    /** The exact body of the event for which a workflow scheduled the running activity. */
    byte[] of(WebhookEvent event);
}
