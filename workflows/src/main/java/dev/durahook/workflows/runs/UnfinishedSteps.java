package dev.durahook.workflows.runs;

import dev.durahook.workflows.parking.EventStatus;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowLocal;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;

/**
 * The steps of the running workflow that have been parked and have not ended since. A workflow may end without awaiting
 * all of its steps. If one of them is parked, the workflow stays open until an operator has decided and the step has
 * ended; otherwise the step would be lost. Only for workflow code.
 */
public final class UnfinishedSteps {

    private static final WorkflowLocal<UnfinishedSteps> CURRENT = WorkflowLocal.withCachedInitial(UnfinishedSteps::new);
    private static final Logger LOG = Workflow.getLogger(UnfinishedSteps.class);
    private static final String CHANGE = "durahook.parked-at-the-end";

    private final List<Promise<Void>> unfinished = new ArrayList<>();
    private boolean leftToNewRun;

    private UnfinishedSteps() {}

    /** The unfinished steps of the running workflow. */
    public static UnfinishedSteps ofWorkflow() {
        return CURRENT.get();
    }

    /** Adds a step that is parked. The promise must be completed without a failure, and only by {@link #end}. */
    public void begin(Promise<Void> step) {
        unfinished.add(step);
    }

    /** Removes a step that has ended in any way. */
    public void end(CompletablePromise<Void> step) {
        unfinished.remove(step);
        step.complete(null);
    }

    /** Says that the next run goes on with the steps, or begins anew, so that this run may end before them. */
    public void leaveToNewRun() {
        leftToNewRun = true;
    }

    /**
     * Waits until the steps have ended, before the workflow ends or continues as new. If the workflow is cancelled, its
     * parked steps end by themselves.
     *
     * @throws CanceledFailure if the workflow is cancelled meanwhile
     */
    public void awaitAll() {
        // The version is recorded only if a step is parked when the workflow ends. A run without this version has
        // ended.
        if (leftToNewRun
                || unfinished.isEmpty()
                || CancellationScope.current().isCancelRequested()
                || Workflow.getVersion(CHANGE, Workflow.DEFAULT_VERSION, 1) < 1) {
            return;
        }
        LOG.warn(
                "The code of {} has ended, but a step is parked that it does not await. The workflow stays open until an"
                        + " operator has decided",
                Workflow.getInfo().getWorkflowId());
        while (!unfinished.isEmpty()) {
            EventStatus.ofWorkflow().endsInThisRun(List.copyOf(unfinished), () -> false);
        }
        if (CancellationScope.current().isCancelRequested()) {
            throw new CanceledFailure("cancelled while a step was parked");
        }
    }
}
