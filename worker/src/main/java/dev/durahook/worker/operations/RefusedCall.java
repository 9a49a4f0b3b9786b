package dev.durahook.worker.operations;

import dev.durahook.workflows.text.Excerpt;
import io.grpc.StatusRuntimeException;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/**
 * Tells whether a call fails because of the event, or because Temporal, or the storage of the event, can't answer now.
 */
final class RefusedCall {

    // An event whose own shard or lock does not answer must not hold up all others.
    private static final int PATIENT_ATTEMPTS = 10;

    private RefusedCall() {}

    /**
     * Whether the operation should go on with the next event. Otherwise the attempt fails, and the next attempt repeats
     * the call. A storage does not say whether it has lost the event or only can't answer now.
     */
    static boolean isOfTheEvent(RuntimeException failure, int attempt) {
        boolean isPatienceOver = attempt > PATIENT_ATTEMPTS;
        if (failure instanceof StatusRuntimeException refusal) {
            return switch (refusal.getStatus().getCode()) {
                case UNAVAILABLE, PERMISSION_DENIED, UNAUTHENTICATED, CANCELLED -> false;
                case DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED -> isPatienceOver;
                default -> true;
            };
        }
        // The SDK cancels a call if the worker stops.
        return isPatienceOver && !(failure instanceof CancellationException);
    }

    /** The answer of Temporal or of the storage, for an operator. */
    static String reason(RuntimeException refusal) {
        return Excerpt.of(Objects.requireNonNullElseGet(refusal.getMessage(), refusal::toString));
    }
}
