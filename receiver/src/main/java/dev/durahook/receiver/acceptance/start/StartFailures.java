package dev.durahook.receiver.acceptance.start;

import dev.durahook.connection.failure.FailurePlace;
import dev.durahook.receiver.acceptance.start.Acceptance.Cause;
import dev.durahook.receiver.acceptance.start.Acceptance.NotStored;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/**
 * Explains why starting a workflow failed. The result always asks the sender to deliver again, and never blames the
 * sender.
 */
final class StartFailures {

    private StartFailures() {}

    static NotStored explain(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
            if (cause instanceof StatusRuntimeException status) {
                return explain(status);
            }
            // The client reports an expired gRPC context as a cancellation.
            if (cause instanceof CancellationException || cause instanceof TimeoutException) {
                return new NotStored(Cause.DEADLINE_EXCEEDED, "Temporal did not answer in time");
            }
        }
        return new NotStored(
                Cause.UNAVAILABLE, "the start failed without an answer from Temporal: " + FailurePlace.of(root));
    }

    private static NotStored explain(StatusRuntimeException failure) {
        String description = describe(failure.getStatus());
        return switch (failure.getStatus().getCode()) {
            case DEADLINE_EXCEEDED, CANCELLED -> new NotStored(Cause.DEADLINE_EXCEEDED, description);
            case RESOURCE_EXHAUSTED -> ExhaustedResource.of(failure).explain(description);
            case UNAVAILABLE, ABORTED, INTERNAL, UNKNOWN, DATA_LOSS -> new NotStored(Cause.UNAVAILABLE, description);
            default -> new NotStored(Cause.REFUSED, description);
        };
    }

    private static String describe(Status status) {
        String description = status.getDescription();
        return description == null ? status.getCode().name() : status.getCode() + ": " + description;
    }
}
