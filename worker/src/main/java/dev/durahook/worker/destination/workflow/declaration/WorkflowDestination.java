package dev.durahook.worker.destination.workflow.declaration;

import dev.durahook.worker.destination.kind.NewWorkflow;
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
