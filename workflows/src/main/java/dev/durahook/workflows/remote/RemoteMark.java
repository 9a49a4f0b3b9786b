package dev.durahook.workflows.remote;

import io.temporal.workflow.Workflow;
import java.util.Map;
import java.util.Optional;

/**
 * A mark, in the workflow's memo, of events that are for workflows of other workers. If Durahook's worker polls the task
 * queue of these workers by mistake, the mark keeps it from processing the events in place of the other workers.
 */
public final class RemoteMark {

    private static final String KEY = RemoteQueues.GROUP;

    private RemoteMark() {}

    /** The memo of an event's workflow on this task queue. */
    public static Map<String, Object> memo(String name) {
        return Map.of(KEY, name);
    }

    /**
     * The name under {@code durahook.workflows} that has chosen the task queue of the current workflow. Empty if the task
     * queue is the source's. Only for workflow code.
     */
    public static Optional<String> ofWorkflow() {
        return Optional.ofNullable((String) Workflow.getMemo(KEY, String.class));
    }
}
