package dev.durahook.workflows;

/** The task queues that receiver and worker meet on. */
public final class TaskQueues {

    /** The queue of every source that names no other. */
    public static final String DEFAULT = "durahook";

    private TaskQueues() {}
}
