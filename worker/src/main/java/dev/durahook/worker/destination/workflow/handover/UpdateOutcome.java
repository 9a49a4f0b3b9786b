package dev.durahook.worker.destination.workflow.handover;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.common.converter.RawValue;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How an update has ended.
 *
 * @param result what its handler returned; null if it failed, or if its result can't be read now
 * @param failure why it failed; null if it succeeded
 */
record UpdateOutcome(@Nullable RawValue result, @Nullable Throwable failure) {

    /** Waits for the end of an update; empty if there is no such update, or no such run that could take it. */
    static Optional<UpdateOutcome> of(Supplier<@Nullable RawValue> update) {
        try {
            return Optional.of(new UpdateOutcome(update.get(), null));
        } catch (WorkflowUpdateException e) {
            return Optional.of(new UpdateOutcome(null, e.getCause() == null ? e : e.getCause()));
        } catch (WorkflowNotFoundException e) {
            return Optional.empty();
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    boolean hasSucceeded() {
        return failure == null;
    }
}
