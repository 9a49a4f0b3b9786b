package dev.durahook.worker.destination.workflow.handover;

import dev.durahook.worker.destination.kind.OneLine;

/**
 * Names the workflow that is to get an event, for the operators who read it in the Web UI.
 *
 * @param workflowId the ID of the workflow
 * @param namespace the namespace of the workflow
 * @param isElsewhere whether the namespace is not the worker's own, in which the operators read
 */
record TargetName(String workflowId, String namespace, boolean isElsewhere) {

    /** Adds the workflow to a receipt, if the workflow can't be found beside its event. */
    String addedTo(String receipt) {
        return isElsewhere ? receipt + " (" + this + ")" : receipt;
    }

    @Override
    public String toString() {
        return "workflow " + OneLine.of(workflowId) + (isElsewhere ? " in namespace " + namespace : "");
    }
}
