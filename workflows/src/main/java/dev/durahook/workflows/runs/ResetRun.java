package dev.durahook.workflows.runs;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import java.util.Objects;

/** Tells a run that was reset from the run that Temporal began first. Only for workflow code. */
public final class ResetRun {

    private static final String CHANGE = "durahook.reset-run";

    private ResetRun() {}

    /**
     * Whether the running workflow was reset to its first task. A run that was reset to a later task answers as before
     * the reset. A server that does not report the original run has no resets.
     */
    public static boolean isCurrent() {
        WorkflowInfo info = Workflow.getInfo();
        String original = Objects.requireNonNullElse(info.getOriginalExecutionRunId(), "");
        return !original.isEmpty()
                && !original.equals(info.getRunId())
                && Workflow.getVersion(CHANGE, Workflow.DEFAULT_VERSION, 1) == 1;
    }
}
