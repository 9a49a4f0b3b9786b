package dev.durahook.worker.destination.workflow.handover;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.util.List;
import java.util.Locale;

/**
 * The workflow that is to get an event.
 *
 * @param status the status of its newest run
 * @param runs its newest run, then the earlier runs that an earlier attempt may have handed the event to
 */
record Target(WorkflowExecutionStatus status, List<WorkflowExecution> runs) {

    Target {
        runs = List.copyOf(runs);
    }

    /** Whether the newest run has not ended. */
    boolean isOpen() {
        return switch (status) {
            case WORKFLOW_EXECUTION_STATUS_COMPLETED,
                    WORKFLOW_EXECUTION_STATUS_FAILED,
                    WORKFLOW_EXECUTION_STATUS_CANCELED,
                    WORKFLOW_EXECUTION_STATUS_TERMINATED,
                    WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW,
                    WORKFLOW_EXECUTION_STATUS_TIMED_OUT -> false;
            default -> true;
        };
    }

    /** The newest run. */
    WorkflowExecution newest() {
        return runs.get(0);
    }

    /** The runs that have ended. */
    List<WorkflowExecution> ended() {
        return isOpen() ? runs.subList(1, runs.size()) : runs;
    }

    /** How the newest run has ended, as the Web UI writes it. */
    String end() {
        return status.name()
                .replace("WORKFLOW_EXECUTION_STATUS_", "")
                .replace('_', ' ')
                .toLowerCase(Locale.ROOT);
    }
}
