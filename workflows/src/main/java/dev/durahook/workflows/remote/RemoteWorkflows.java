package dev.durahook.workflows.remote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Workflows of other workers as they are declared under {@code durahook.workflows.<name>}. Each event of these types
 * starts a workflow that is named like the event's type, on the task queue of these workers.
 *
 * @param eventTypes the event types that the other workers have workflows for, such as {@code github.push} or {@code
 *     github.*}; if several patterns match an event, the most specific one applies
 * @param taskQueue the task queue that the other workers poll, and that Durahook's worker must not poll
 */
public record RemoteWorkflows(
        @Nullable List<String> eventTypes, @Nullable String taskQueue) {}
