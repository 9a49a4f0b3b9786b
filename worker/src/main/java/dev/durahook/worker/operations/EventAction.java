package dev.durahook.worker.operations;

import dev.durahook.workflows.operations.EventRun;
import dev.durahook.workflows.operations.OperationOrder;
import dev.durahook.workflows.operations.PageOutcome;

/** Retries, discards or resets one event, as an operation asks. */
interface EventAction {

    /**
     * Acts on an event. If it has already done so for this order, it changes nothing.
     *
     * @param isRepeated whether an earlier attempt may have acted on the event
     * @throws io.grpc.StatusRuntimeException if Temporal does not take the call
     */
    PageOutcome on(EventRun event, OperationOrder order, boolean isRepeated);
}
