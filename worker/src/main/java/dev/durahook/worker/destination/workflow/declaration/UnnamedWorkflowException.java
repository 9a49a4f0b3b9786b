package dev.durahook.worker.destination.workflow.declaration;

/**
 * Thrown if no ID of a workflow can be made from an event, because the event lacks a value, or has a value that is not
 * possible in an ID. The message tells which value, and why.
 */
public final class UnnamedWorkflowException extends Exception {

    public UnnamedWorkflowException(String message) {
        super(message, null, false, false);
    }
}
