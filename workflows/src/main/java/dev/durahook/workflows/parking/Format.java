package dev.durahook.workflows.parking;

import io.temporal.workflow.Workflow;

/**
 * What parking writes into a history. It has changed, and a run goes on as it has begun: a history is replayed with the
 * commands that it was made with.
 *
 * @param version see {@link Workflow#getVersion}
 */
record Format(int version) {

    /** That of a run in which nothing is parked yet. */
    static final Format NONE = new Format(Workflow.DEFAULT_VERSION);

    private static final String CHANGE = "durahook.parking";
    private static final int CURRENT = 1;

    /** That of the running workflow, recorded when something is parked for the first time. Only for workflow code. */
    static Format ofWorkflow() {
        return new Format(Workflow.getVersion(CHANGE, Workflow.DEFAULT_VERSION, CURRENT));
    }

    /** Whether the wait is a timer, whose summary stands on the Timeline. */
    boolean showsWaits() {
        return version >= 1;
    }

    /** Whether the search attribute is asked for each time that it is to be set. It may have been removed. */
    boolean asksForStatusEachTime() {
        return version >= 1;
    }

    /** Whether a signal with a field that is not known has no effect. */
    boolean knowsFields() {
        return version >= 1;
    }
}
