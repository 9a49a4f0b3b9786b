package dev.durahook.worker.destination.workflow.declaration;

import dev.durahook.worker.destination.kind.NewWorkflow;
import dev.durahook.workflows.WebhookEvent;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A destination of the kind workflow, as it was declared and checked.
 *
 * @param name its name in configuration, messages and the Web UI
 * @param workflowId makes the ID of the workflow that gets an event
 * @param namespace the declared namespace of the workflow; null for the worker's own
 * @param kind whether the workflow gets an update or a signal
 * @param handler the name of the update or the signal
 * @param argument what the update or the signal carries
 * @param missing what happens if there is no such workflow
 * @param start the workflow to start if it is missing; null unless a missing workflow is started
 */
public record WorkflowDestination(
        String name,
        WorkflowIdTemplate workflowId,
        @Nullable String namespace,
        HandlerKind kind,
        String handler,
        ArgumentChoice argument,
        MissingChoice missing,
        @Nullable NewWorkflow start) {

    // In bytes. Temporal accepts longer ones, and reports that PostgreSQL can't hold them as if the database were down.
    private static final int LONGEST_STARTED_ID = 255;

    /**
     * Returns the ID of the workflow that gets an event.
     *
     * @throws UnnamedWorkflowException if no ID can be made from the event, or the ID is too long for a workflow that is
     *     started
     */
    public String workflowId(WebhookEvent event, byte[] body) throws UnnamedWorkflowException {
        String id = workflowId.of(event, body);
        int size = id.getBytes(StandardCharsets.UTF_8).length;
        if (start != null && size > LONGEST_STARTED_ID) {
            throw new UnnamedWorkflowException("the ID of the workflow would have " + size
                    + " bytes, and of a workflow that is started it may have " + LONGEST_STARTED_ID);
        }
        return id;
    }

    /** Returns a text for the log. */
    public String summary() {
        return kind + " " + handler + " of workflow " + workflowId
                + (namespace == null ? "" : " in namespace " + namespace);
    }

    @Override
    public String toString() {
        return name;
    }
}
