package dev.durahook.workflows;

/** The task queues that the receiver and the worker share. */
public final class TaskQueues {

    /** The task queue of every source that does not name another. */
    public static final String DEFAULT = "durahook";

    private TaskQueues() {}
}
