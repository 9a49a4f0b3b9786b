package dev.durahook.workflows.parking;

import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowLocal;
import java.time.Duration;
import java.util.List;

/** The parts of a workflow's work, each in a thread of its own, after the workflow was cancelled. Only for workflow code. */
final class CancelledWork {

    private static final String CHANGE = "durahook.cancelled-work";
    // Longer than a first attempt, which is not cancelled.
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final WorkflowLocal<CancelledWork> CURRENT = WorkflowLocal.withCachedInitial(CancelledWork::new);

    private boolean asked;
    private boolean ends;

    private CancelledWork() {}

    static CancelledWork ofWorkflow() {
        return CURRENT.get();
    }

    /**
     * Records that the parts end if the workflow is cancelled from now on. A server may write the end of a cancelled
     * activity before all that is recorded in the task of the cancellation, and a replay would then not find a version
     * that is recorded only in that task.
     */
    void record() {
        if (!asked) {
            asked = true;
            ends = Workflow.getVersion(CHANGE, Workflow.DEFAULT_VERSION, 1) == 1;
        }
    }

    /**
     * Lets each part of a cancelled workflow end. A parked part ends the event's status, and a part whose first attempt has
     * succeeded says so. Otherwise the workflow's own thread would end the workflow before the other threads run, and
     * the event would be listed as parked for ever.
     *
     * <p>A part that does not end, such as one for which Temporal does not answer a question, delays the end for some
     * minutes. The time is that of the workflow's tasks, so that no timer is added to the history.
     *
     * @return whether all parts have done their work nevertheless
     */
    boolean hasEnded(List<Promise<Void>> parts) {
        if (!ends) {
            return false;
        }
        long latest = Workflow.currentTimeMillis() + LONGEST_WAIT.toMillis();
        Workflow.newDetachedCancellationScope(() -> Workflow.await(
                        () -> parts.stream().allMatch(Promise::isCompleted) || Workflow.currentTimeMillis() > latest))
                .run();
        return parts.stream().allMatch(part -> part.isCompleted() && part.getFailure() == null);
    }
}
