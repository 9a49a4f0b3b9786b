package dev.durahook.worker.destination.workflow.declaration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys of a destination of the kind workflow under {@code durahook.destinations.<name>}.
 *
 * @param workflowId the ID of the workflow, made from values of the event, such as order-{/data/order_id}
 * @param namespace the namespace of the workflow; the worker's own if left out
 * @param update the name of the update that the workflow gets; either this key or signal must be given
 * @param signal the name of the signal that the workflow gets
 * @param argument what the update or the signal carries: event-and-body, or body
 * @param missing what happens if there is no such workflow: wait, start or park
 * @param type the workflow type, with missing: start
 * @param taskQueue the task queue of the workflow's workers, with missing: start
 */
public record WorkflowDestinationProperties(
        @Nullable String workflowId,
        @Nullable String namespace,
        @Nullable String update,
        @Nullable String signal,
        @DefaultValue("event-and-body") ArgumentChoice argument,
        @DefaultValue("wait") MissingChoice missing,
        @Nullable String type,
        @Nullable String taskQueue) {}
