package dev.durahook.workflows.attempt;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.unsafe.WorkflowUnsafe;

/** The first workflow task of a run, in which first attempts may be made. Only for workflow code. */
public final class FirstTask {

    // Events before the first workflow task has begun: started, task scheduled, task started. More of them mean that a
    // task has failed, or that the worker has died, perhaps in the middle of an attempt.
    private static final int UNDISTURBED = 3;

    private FirstTask() {}

    /** Whether the first workflow task runs, and none has failed before. A replay gets the same answer. */
    public static boolean isUndisturbed() {
        return Workflow.getInfo().getHistoryLength() <= UNDISTURBED;
    }

    /**
     * Whether an attempt may be made now. An attempt that ended its worker must not be repeated in a workflow task,
     * since nothing counts such attempts. A replay may get another answer, so no command may depend on it.
     */
    public static boolean allowsAttempt() {
        return !WorkflowUnsafe.isReplaying() && isUndisturbed();
    }
}
