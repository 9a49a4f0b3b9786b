package dev.durahook.worker.destination.workflow.declaration;

/** The values of the key {@code missing}. */
public enum MissingChoice {
    /** The event is tried again under the policy, because it may be earlier than its workflow. */
    WAIT,
    /** The workflow is started and gets the event. */
    START,
    /** The event is parked at once. */
    PARK
}
