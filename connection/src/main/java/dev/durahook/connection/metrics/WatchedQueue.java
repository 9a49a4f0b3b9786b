package dev.durahook.connection.metrics;

import io.temporal.api.enums.v1.TaskQueueType;
import java.util.Locale;

/**
 * A task queue whose backlog is measured, for one kind of task.
 *
 * @param type the kind of task; Temporal keeps a backlog and pollers for each kind
 */
public record WatchedQueue(String name, TaskQueueType type) {

    /** The kind of task as a metric's label, {@code workflow} or {@code activity}. */
    String label() {
        return type.name().replace("TASK_QUEUE_TYPE_", "").toLowerCase(Locale.ROOT);
    }
}
