package dev.durahook.workflows;

/** The task queues that the receiver and the worker share. */
public final class TaskQueues {

    /** The task queue of every source that does not name another. */
    public static final String DEFAULT = "durahook";

    private static final String HANDLER = ".handler.";

    private TaskQueues() {}

    /**
     * The task queue of a handler.
     *
     * @param queue the task queue of the workflows that call the handler
     */
    public static String ofHandler(String queue, String handler) {
        return queue + HANDLER + handler;
    }

    /** Whether a task queue belongs to a handler that workflows on another task queue call. */
    public static boolean isOfHandler(String taskQueue, String queue) {
        return taskQueue.startsWith(queue + HANDLER);
    }
}
