package dev.durahook.workflows.attempt;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.unsafe.WorkflowUnsafe;

/** The first workflow task of a run, in which first attempts may be made. Only for workflow code. */
public final class FirstTask {

    // Events before the first workflow task has begun: started, task scheduled, task started. More of them mean that a
    // task has failed, or that the worker has died, perhaps in the middle of an attempt.
    private static final int EVENTS_BEFORE_FIRST_TASK = 3;

    // The events above, and those of one more task.
    private static final int EVENTS_AFTER_ONE_LOST_TASK = 6;

    private FirstTask() {}

    /**
     * Whether a first attempt belongs in the workflow task that is running: the first one, or the next one if the
     * first was lost during the attempt. A replay gets the same answer.
     */
    public static boolean mayHaveAttempt() {
        return Workflow.getInfo().getHistoryLength() <= EVENTS_AFTER_ONE_LOST_TASK;
    }

    /**
     * Whether a first attempt may be begun now, in the first workflow task. An attempt that ended its worker must not be
     * repeated in a workflow task, since nothing counts such attempts. A replay may get another answer, so no command
     * may depend on it.
     */
    public static boolean allowsAttempt() {
        return !WorkflowUnsafe.isReplaying() && Workflow.getInfo().getHistoryLength() <= EVENTS_BEFORE_FIRST_TASK;
    }
}
