package dev.durahook.receiver.acceptance.start;

import dev.durahook.workflows.remote.RemoteMark;
import dev.durahook.workflows.remote.RemoteQueue;
import java.util.Map;

/**
 * The task queue on which an event's workflow is started.
 *
 * @param name the task queue
 * @param memo the memo of the workflow, which marks the event of a workflow of other workers; empty for other events
 */
public record StartQueue(String name, Map<String, Object> memo) {

    public StartQueue {
        memo = Map.copyOf(memo);
    }

    /** The task queue of a source. */
    public static StartQueue ofSource(String taskQueue) {
        return new StartQueue(taskQueue, Map.of());
    }

    /** The task queue of other workers. */
    public static StartQueue of(RemoteQueue remote) {
        return new StartQueue(remote.taskQueue(), RemoteMark.memo(remote.name()));
    }
}
