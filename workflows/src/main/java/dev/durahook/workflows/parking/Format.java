package dev.durahook.workflows.parking;

import io.temporal.workflow.Workflow;

/**
 * The version of the commands that parking writes into a history. The commands have changed, but a history must be
 * replayed with the commands with which it was recorded, so a run keeps its version.
 *
 * @param version see {@link Workflow#getVersion}
 */
record Format(int version) {

    /** The version of a run in which no step has been parked yet. */
    static final Format NONE = new Format(Workflow.DEFAULT_VERSION);

    private static final String CHANGE = "durahook.parking";
    private static final int CURRENT = 1;

    /**
     * The version of the running workflow, recorded when a step is parked for the first time. Only for workflow code.
     */
    static Format ofWorkflow() {
        return new Format(Workflow.getVersion(CHANGE, Workflow.DEFAULT_VERSION, CURRENT));
    }

    /** Whether the wait is a timer, whose summary the Web UI shows on the Timeline. */
    boolean showsWaits() {
        return version >= 1;
    }

    /**
     * Whether each change of the status asks first if the search attribute is registered. The attribute may have been
     * removed.
     */
    boolean asksForStatusEachTime() {
        return version >= 1;
    }

    /** Whether a signal with an unknown field has no effect. */
    boolean knowsFields() {
        return version >= 1;
    }
}
