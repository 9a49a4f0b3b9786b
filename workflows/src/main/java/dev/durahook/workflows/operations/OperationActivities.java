package dev.durahook.workflows.operations;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls of Temporal that an operation needs. A workflow must not call Temporal itself. */
@ActivityInterface
public interface OperationActivities {

    /**
     * Checks the operator's query and counts the events.
     *
     * @throws io.temporal.failure.ApplicationFailure if Temporal does not take the query
     */
    @ActivityMethod(name = "durahook.operations.look")
    OperationScope look(OperationRequest request);

    /**
     * Lists the next events, at most this many.
     *
     * @param from where the page begins; null for the first page
     */
    @ActivityMethod(name = "durahook.operations.list")
    EventPage list(OperationOrder order, @Nullable String from, int size);

    /**
     * Acts on these events one after the other, at the rate of the order. If the operation is cancelled meanwhile, the
     * outcome covers only the events before that.
     */
    @ActivityMethod(name = "durahook.operations.act")
    PageOutcome act(OperationOrder order, List<EventRun> events);
}
