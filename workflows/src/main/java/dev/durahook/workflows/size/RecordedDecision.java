package dev.durahook.workflows.size;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.unsafe.WorkflowUnsafe;
import java.util.function.BooleanSupplier;

/**
 * A decision that depends on what only the running worker knows, such as the server's limits. The history records each
 * time that the decision was yes, and a replay decides in the same way. Only for workflow code.
 */
final class RecordedDecision {

    private final String change;
    private int asked;

    /** A decision whose records in the history begin with this name. */
    RecordedDecision(String change) {
        this.change = change;
    }

    /**
     * Decides. A replay must ask at the same places, in the same order, but the answer need not be the same: the record
     * alone counts then, so that a corrected workflow, which sends less, goes on.
     *
     * @param now the answer if this is no replay
     */
    boolean is(BooleanSupplier now) {
        asked++;
        return (WorkflowUnsafe.isReplaying() || now.getAsBoolean())
                && Workflow.getVersion(change + "." + asked, Workflow.DEFAULT_VERSION, 1) == 1;
    }
}
