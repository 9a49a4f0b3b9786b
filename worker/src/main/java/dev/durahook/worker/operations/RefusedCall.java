package dev.durahook.worker.operations;

import io.grpc.StatusRuntimeException;

/** Tells whether Temporal refuses a call because of the event, or because Temporal itself can't answer now. */
final class RefusedCall {

    // An event whose own shard or lock does not answer must not hold up all others.
    private static final int PATIENT_ATTEMPTS = 10;

    private RefusedCall() {}

    /**
     * Whether the operation should go on with the next event. Otherwise the attempt fails, and the next attempt repeats
     * the call.
     */
    static boolean isOfTheEvent(StatusRuntimeException refusal, int attempt) {
        return switch (refusal.getStatus().getCode()) {
            case UNAVAILABLE, PERMISSION_DENIED, UNAUTHENTICATED, CANCELLED -> false;
            case DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED -> attempt > PATIENT_ATTEMPTS;
            default -> true;
        };
    }

    /** Temporal's answer, for an operator. */
    static String reason(StatusRuntimeException refusal) {
        return String.valueOf(refusal.getMessage());
    }
}
