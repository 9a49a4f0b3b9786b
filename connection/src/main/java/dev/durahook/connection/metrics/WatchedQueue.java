package dev.durahook.connection.metrics;

import io.temporal.api.enums.v1.TaskQueueType;
import java.util.Locale;

/**
 * A task queue of the configuration, and the kind of task that is watched.
 *
 * @param type Temporal keeps a backlog and pollers of each
 */
public record WatchedQueue(String name, TaskQueueType type) {

    /** Its kind of task as metrics call it, {@code workflow} or {@code activity}. */
    String label() {
        return type.name().replace("TASK_QUEUE_TYPE_", "").toLowerCase(Locale.ROOT);
    }
}
