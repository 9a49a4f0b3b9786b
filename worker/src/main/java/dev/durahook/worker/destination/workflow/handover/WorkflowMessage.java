package dev.durahook.worker.destination.workflow.handover;

import dev.durahook.worker.destination.kind.DestinationException;
import dev.durahook.worker.destination.kind.NewWorkflow;
import io.temporal.api.common.v1.WorkflowExecution;
import java.util.Optional;

/** One event on its way into a workflow, as an update or as a signal. Each result is what the workflow reported. */
interface WorkflowMessage {

    /** Returns the result of an earlier attempt; empty if no run of the workflow has taken the event. */
    Optional<String> takenBy(Target target);

    /**
     * Hands the event over to a run.
     *
     * @return empty if the run has ended meanwhile; the workflow may have another run
     * @throws DestinationException if the workflow refuses the event
     */
    Optional<String> handTo(WorkflowExecution run) throws DestinationException;

    /**
     * Starts the workflow and hands the event over to it.
     *
     * @return empty if the workflow has to be looked at again
     * @throws DestinationException if the workflow refuses the event
     */
    Optional<String> start(NewWorkflow workflow) throws DestinationException;
}
