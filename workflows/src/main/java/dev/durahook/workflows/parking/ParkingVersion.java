package dev.durahook.workflows.parking;

import io.temporal.workflow.Workflow;

/**
 * The version of the commands that parking writes into a history. The commands have changed, but a history must be
 * replayed with the commands with which it was recorded, so a run keeps its version.
 *
 * @param version see {@link Workflow#getVersion}
 */
record ParkingVersion(int version) {

    /** The version of a run in which no step has been parked yet. */
    static final ParkingVersion NONE = new ParkingVersion(Workflow.DEFAULT_VERSION);

    private static final String CHANGE = "durahook.parking";
    private static final int CURRENT = 1;

    /**
     * The version of the running workflow, recorded when a step is parked for the first time. Only for workflow code.
     */
    static ParkingVersion ofWorkflow() {
        return new ParkingVersion(Workflow.getVersion(CHANGE, Workflow.DEFAULT_VERSION, CURRENT));
    }

    /** Whether the wait is a timer, whose summary the Web UI shows on the Timeline. */
    boolean hasTimer() {
        return version >= 1;
    }

    /**
     * Whether each change of the status asks first if the search attribute is registered. The attribute may have been
     * removed.
     */
    boolean asksEachTime() {
        return version >= 1;
    }

    /** Whether a signal with an unknown field has no effect. */
    boolean rejectsUnknownFields() {
        return version >= 1;
    }
}
