package dev.durahook.receiver.acceptance.start;

import dev.durahook.workflows.TaskPriority;
import dev.durahook.workflows.WebhookEvent;
import io.temporal.common.converter.RawValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A verified event to be stored in Temporal.
 *
 * @param event the event's metadata
 * @param body the exact bytes that were verified
 * @param taskQueue the task queue of the event's workflow
 * @param memo the memo of the workflow, which marks the event of a workflow of other workers; empty for other events
 * @param summary one line for the Web UI, at most 400 bytes
 * @param verification how the delivery was verified, for the workflow's details in the Web UI
 * @param deliveries URL of the provider's page that lists its deliveries, if there is one
 * @param priority the priority of the event's workflow
 */
public record NewEvent(
        WebhookEvent event,
        RawValue body,
        String taskQueue,
        Map<String, Object> memo,
        String summary,
        String verification,
        @Nullable String deliveries,
        TaskPriority priority) {

    public NewEvent {
        memo = Map.copyOf(memo);
    }
}
